package org.contractethics.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.document.ReadingLeases;
import org.contractethics.document.ReadingLeases.Held;
import org.contractethics.document.extraction.Progress;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading.RecognisedPage;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is reading which version, how far that has come, and on which pages text was recognised. */
@Repository
class ReadingStore {

    private static final String WAITING =
            "select from document.document_version v where v.id = :version_id and v.status = 'READING'";

    private static final String WAITING_ANEW =
            "select from document.document_version v where v.id = :version_id and v.status = 'READ' and v.settled_by < "
                    + TextReader.NUMBER;

    private final JdbcClient jdbc;
    private final ReadingLeases leases;

    ReadingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.leases = new ReadingLeases(
                jdbc,
                "document.reading",
                List.of("version_id"),
                Map.of("phase", "'" + Phase.WAITING + "'", "page", "0", "pages", "0"));
    }

    record Lease(DocumentVersionId version, Held held) {}

    /** The lease, where the version waits for its text and nobody else holds it. */
    Optional<Lease> claim(DocumentVersionId version, UUID reader, Duration time) {
        return claim(version, reader, time, WAITING);
    }

    /** The same, where the version has a text that an older reader read. */
    Optional<Lease> claimAnew(DocumentVersionId version, UUID reader, Duration time) {
        return claim(version, reader, time, WAITING_ANEW);
    }

    private Optional<Lease> claim(DocumentVersionId version, UUID reader, Duration time, String waiting) {
        return leases.claim(List.of(version.value()), reader, time, waiting).map(held -> new Lease(version, held));
    }

    /** Renews the lease and says how far it is; false where somebody else holds it by now. */
    boolean renew(Lease lease, Progress progress) {
        return leases.renew(
                lease.held(),
                Map.of("phase", progress.phase().name(), "page", progress.page(), "pages", progress.pages()));
    }

    /** Ends the reading; false where somebody else holds the lease by now, whose result will be kept instead. */
    boolean end(Lease lease) {
        return leases.end(lease.held());
    }

    /** Gives the lease back, as if this attempt had not been: the application ends. */
    void giveBack(Lease lease) {
        leases.giveBack(lease.held());
    }

    /** Leaves the file to whoever comes after a pause; the attempt counts. */
    void putOff(Lease lease) {
        leases.putOff(lease.held());
    }

    /** Versions whose reader is gone, or that nobody began to read though they have been there for a while. */
    List<DocumentVersionId> abandoned(int limit) {
        return jdbc.sql(
                        """
                        select v.id from document.document_version v left join document.reading r on r.version_id = v.id
                         where v.status = 'READING'
                           and (r.lease_until < clock_timestamp()
                                or (r.version_id is null and v.uploaded_at < clock_timestamp() - interval '1 minute'))
                         order by v.uploaded_at limit ?
                        """)
                .param(limit)
                .query((row, number) -> new DocumentVersionId(row.getObject("id", UUID.class)))
                .list();
    }

    /** How far the versions of a contract are that are being read. */
    Map<DocumentVersionId, Progress> progress(ContractId contract) {
        return jdbc
                .sql(
                        """
                        select r.version_id, r.phase, r.page, r.pages
                          from document.reading r join document.document_version v on v.id = r.version_id
                         where v.contract_id = ? and v.status = 'READING'
                        """)
                .param(contract.value())
                .query(ReadingStore::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<DocumentVersionId, Progress> map(ResultSet row, int number) throws SQLException {
        DocumentVersionId version = new DocumentVersionId(row.getObject("version_id", UUID.class));
        Phase phase = Phase.valueOf(row.getString("phase"));
        return Map.entry(version, new Progress(phase, row.getInt("page"), row.getInt("pages")));
    }

    /** Takes the place of what was known before. */
    void keepRecognised(DocumentVersionId version, List<RecognisedPage> pages) {
        jdbc.sql("delete from document.recognised_page where version_id = ?")
                .param(version.value())
                .update();
        for (RecognisedPage page : pages) {
            jdbc.sql("insert into document.recognised_page (version_id, page, confidence) values (?, ?, ?)")
                    .params(List.of(version.value(), page.page(), page.confidence()))
                    .update();
        }
    }

    /** Pages read by text recognition with its confidence in per cent. */
    Map<Integer, Integer> recognised(DocumentVersionId version) {
        Map<Integer, Integer> pages = new TreeMap<>();
        jdbc.sql("select page, confidence from document.recognised_page where version_id = ?")
                .param(version.value())
                .query(row -> {
                    pages.put(row.getInt("page"), row.getInt("confidence"));
                });
        return pages;
    }
}
