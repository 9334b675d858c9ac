package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.Incident.FoundText;
import org.contractethics.review.internal.followup.InsideTexts.Outer;
import org.contractethics.shared.CleanCopies;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came with incidents: the original is kept as it came, and a copy that was rebuilt is there to be read. */
@Repository
public class IncidentEvidence {

    private static final int MOST = 10;
    private static final long MOST_BYTES = 25L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final CleanCopies copies;
    private final InsideTexts inside;

    IncidentEvidence(JdbcClient jdbc, CleanCopies copies, InsideTexts inside) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.inside = inside;
    }

    /** @param fileName for display only */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record SentFile(String fileName, byte[] bytes) {}

    /** A file of which a copy was made, as far as one can be. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Looked(EvidenceFile file, byte[] original, byte[] copy) {}

    /** What is handed out. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Handed(EvidenceFile file, byte[] bytes) {}

    Problems problems(Problems problems, List<SentFile> files) {
        long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
        problems.when(files.size() > MOST, "files", "Attach at most " + MOST + " files.")
                .when(
                        bytes > MOST_BYTES,
                        "files",
                        "The files may have up to 25 MB together. Attach fewer, or smaller ones.");
        files.stream()
                .filter(file -> file.bytes().length == 0)
                .forEach(file -> problems.when(
                        true,
                        "files",
                        "The file " + file.fileName() + " is empty (0 bytes). Check it and choose it again."));
        return problems;
    }

    /** Has each file rebuilt in a process of its own, which takes its time: before anything is held. */
    List<Looked> look(List<SentFile> files) {
        List<Looked> looked = new ArrayList<>();
        for (SentFile file : files) {
            Cleaned cleaned = copies.of(file.bytes());
            EvidenceFile known = new EvidenceFile(
                    looked.size() + 1,
                    file.fileName(),
                    file.bytes().length,
                    Sha256.hex(file.bytes()),
                    cleaned.outcome(),
                    cleaned.outcome() == Outcome.COPIED ? cleaned.extension() : "",
                    FoundText.AWAITED);
            looked.add(new Looked(known, file.bytes(), cleaned.copy()));
        }
        return looked;
    }

    void add(UUID incident, List<Looked> files) {
        for (Looked one : files) {
            boolean copied = one.file().readable();
            jdbc.sql(
                            """
                            insert into review.incident_file (incident_id, number, file_name, sha256, original, outcome,
                                extension, copy)
                            values (:incident, :number, :name, :sha256, :original, :outcome, :extension, cast(:copy as bytea))
                            """)
                    .param("incident", incident)
                    .param("number", one.file().number())
                    .param("name", one.file().fileName())
                    .param("sha256", one.file().sha256())
                    .param("original", one.original())
                    .param("outcome", one.file().outcome().name())
                    .param("extension", one.file().extension())
                    .param("copy", copied ? one.copy() : null)
                    .update();
        }
    }

    /** Of every incident of the contract, in order. */
    Map<UUID, List<EvidenceFile>> of(ContractId contract) {
        Map<Outer, List<FoundInside>> found = inside.of(contract);
        return jdbc
                .sql(
                        """
                        select f.incident_id, f.number, f.file_name, octet_length(f.original) as bytes, f.sha256, f.outcome,
                               f.extension, t.ending, t.gaps
                        from review.incident_file f join review.incident i on i.id = f.incident_id
                             left join review.incident_text t on t.incident_id = f.incident_id and t.number = f.number
                        where i.contract_id = :contract order by f.incident_id, f.number
                        """)
                .param("contract", contract.value())
                .query((row, at) -> {
                    UUID incident = row.getObject("incident_id", UUID.class);
                    return Map.entry(
                            incident,
                            file(row, found.getOrDefault(new Outer(incident, row.getInt("number")), List.of())));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The rebuilt copy; empty where there is no such file of this contract, or none could be rebuilt. */
    public Optional<Handed> copy(ContractId contract, UUID incident, int number) {
        return handed("copy", contract, incident, number);
    }

    /** The file as it came; empty where there is no such file of this contract. */
    public Optional<Handed> original(ContractId contract, UUID incident, int number) {
        return handed("original", contract, incident, number);
    }

    private Optional<Handed> handed(String column, ContractId contract, UUID incident, int number) {
        return jdbc.sql(
                        "select f.number, f.file_name, octet_length(f.original) as bytes, f.sha256, f.outcome, f.extension, t.ending,"
                                + " t.gaps, f."
                                + column
                                + " as handed from review.incident_file f join review.incident i on i.id = f.incident_id"
                                + " left join review.incident_text t on t.incident_id = f.incident_id and t.number = f.number"
                                + " where i.contract_id = :contract and i.id = :incident and f.number = :number and f."
                                + column
                                + " is not null")
                .param("contract", contract.value())
                .param("incident", incident)
                .param("number", number)
                .query((row, at) -> new Handed(file(row, List.of()), row.getBytes("handed")))
                .optional();
    }

    private static EvidenceFile file(ResultSet row, List<FoundInside> inside) throws SQLException {
        return new EvidenceFile(
                row.getInt("number"),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("extension"),
                new FoundText(Rows.constant(row, "ending", Ending.class), Rows.texts(row, "gaps"), inside));
    }
}
