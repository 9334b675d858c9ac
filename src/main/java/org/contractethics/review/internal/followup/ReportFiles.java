package org.contractethics.review.internal.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
import org.contractethics.review.internal.followup.Incident.FoundText;
import org.contractethics.review.internal.followup.IncidentEvidence.Handed;
import org.contractethics.review.internal.followup.IncidentEvidence.Looked;
import org.contractethics.shared.CleanCopies.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came with reports on conditions, kept and handed out as those of incidents are. */
@Repository
public class ReportFiles {

    private static final String FILE =
            "select f.report_id, f.number, f.file_name, octet_length(f.original) as bytes, f.sha256, f.outcome, f.extension";

    private final JdbcClient jdbc;

    ReportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID report, List<Looked> files) {
        for (Looked one : files) {
            jdbc.sql(
                            """
                            insert into review.condition_file (report_id, number, file_name, sha256, original, outcome, extension,
                                copy)
                            values (:report, :number, :name, :sha256, :original, :outcome, :extension, cast(:copy as bytea))
                            """)
                    .param("report", report)
                    .param("number", one.file().number())
                    .param("name", one.file().fileName())
                    .param("sha256", one.file().sha256())
                    .param("original", one.original())
                    .param("outcome", one.file().outcome().name())
                    .param("extension", one.file().extension())
                    .param("copy", one.file().readable() ? one.copy() : null)
                    .update();
        }
    }

    /** Of every report on these conditions, in order. */
    Map<UUID, List<EvidenceFile>> of(UUID... conditions) {
        return jdbc
                .sql(FILE
                        + " from review.condition_file f join review.condition_report r on r.id = f.report_id"
                        + " where r.condition_id = any(:conditions) order by f.report_id, f.number")
                .param("conditions", conditions)
                .query((row, at) -> Map.entry(row.getObject("report_id", UUID.class), file(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The rebuilt copy; empty where the condition has no such file, or none could be rebuilt. */
    public Optional<Handed> copy(UUID condition, int report, int number) {
        return handed("copy", condition, report, number);
    }

    /** The file as it came; empty where the condition has no such file. */
    public Optional<Handed> original(UUID condition, int report, int number) {
        return handed("original", condition, report, number);
    }

    private Optional<Handed> handed(String column, UUID condition, int report, int number) {
        return jdbc.sql(FILE + ", f." + column
                        + " as handed from review.condition_file f join review.condition_report r on r.id = f.report_id"
                        + " where r.condition_id = :condition and r.number = :report and f.number = :number and f."
                        + column
                        + " is not null")
                .param("condition", condition)
                .param("report", report)
                .param("number", number)
                .query((row, at) -> new Handed(file(row), row.getBytes("handed")))
                .optional();
    }

    private static EvidenceFile file(ResultSet row) throws SQLException {
        return new EvidenceFile(
                row.getInt("number"),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("extension"),
                FoundText.AWAITED);
    }
}
