package org.contractethics.report.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.record.TreeHead;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.File;
import org.contractethics.report.internal.SignedReport.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed reports and their files, byte for byte. */
@Repository
public class SignedReports {

    private final JdbcClient jdbc;

    SignedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest period first. */
    public List<SignedReport> all() {
        return jdbc.sql("select * from report.signed_report order by period_to desc, kind")
                .query((row, number) -> map(row))
                .list();
    }

    public Optional<SignedReport> find(UUID id) {
        return jdbc.sql("select * from report.signed_report where id = ?")
                .param(id)
                .query((row, number) -> map(row))
                .optional();
    }

    public Optional<SignedReport> of(Kind kind, Period period) {
        return jdbc.sql("select * from report.signed_report where kind = ? and period_from = ? and period_to = ?")
                .params(kind.name(), period.from(), period.to())
                .query((row, number) -> map(row))
                .optional();
    }

    public Optional<byte[]> bytes(UUID id, Edition edition, String ending) {
        return jdbc.sql("select bytes from report.signed_file where report_id = ? and edition = ? and ending = ?")
                .params(id, edition.name(), ending)
                .query(byte[].class)
                .optional();
    }

    /** @return false where this period is signed already */
    boolean add(SignedReport report) {
        return jdbc.sql(
                                """
                                insert into report.signed_report
                                    (id, kind, period_from, period_to, tree_size, root_hash, signed_by, signed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (kind, period_from, period_to) do nothing
                                """)
                        .params(
                                report.id(),
                                report.kind().name(),
                                report.period().from(),
                                report.period().to(),
                                report.head().size(),
                                report.head().rootHash(),
                                report.signedBy(),
                                at(report.signedAt()))
                        .update()
                == 1;
    }

    void add(UUID report, File file, byte[] bytes) {
        jdbc.sql("insert into report.signed_file (report_id, edition, ending, bytes, sha256) values (?, ?, ?, ?, ?)")
                .params(report, file.edition().name(), file.ending(), bytes, file.sha256())
                .update();
    }

    /** Those that nobody was told of yet. */
    List<SignedReport> undelivered() {
        return all().stream()
                .filter(report -> jdbc.sql("select count(*) from report.delivery where report_id = ?")
                                .param(report.id())
                                .query(Integer.class)
                                .single()
                        == 0)
                .toList();
    }

    /** @return false where somebody else tells of it already */
    boolean delivered(UUID report, Instant at) {
        return jdbc.sql("insert into report.delivery (report_id, delivered_at) values (?, ?) on conflict do nothing")
                        .params(report, at(at))
                        .update()
                == 1;
    }

    /** @return false where the chair was reminded already */
    boolean reminded(LocalDate lastDay, Instant at) {
        return jdbc.sql("insert into report.reminder (period_to, reminded_at) values (?, ?) on conflict do nothing")
                        .params(lastDay, at(at))
                        .update()
                == 1;
    }

    /** @return false where it was told already */
    boolean announced(Announced what, LocalDate lastDay, Instant at) {
        return jdbc.sql(
                                """
                                insert into report.announcement (what, period_to, told_at) values (?, ?, ?)
                                    on conflict do nothing
                                """)
                        .params(what.name(), lastDay, at(at))
                        .update()
                == 1;
    }

    /** What is told once about a report that nobody signed yet. */
    enum Announced {
        STATEMENT_DUE,
        QUARTER_READABLE
    }

    /** Whether the period was over before the earliest fact of the record; also while the record is empty. */
    boolean isBeforeTheRecord(Period period) {
        return jdbc.sql("select ? < coalesce(report.record_begins(), 'infinity'::date)")
                .param(period.to())
                .query(Boolean.class)
                .single();
    }

    private SignedReport map(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new SignedReport(
                id,
                Kind.valueOf(row.getString("kind")),
                new Period(day(row, "period_from"), day(row, "period_to")),
                new TreeHead(row.getLong("tree_size"), row.getString("root_hash")),
                row.getString("signed_by"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                files(id));
    }

    private List<File> files(UUID report) {
        return jdbc.sql(
                        """
                        select edition, ending, sha256 from report.signed_file where report_id = ?
                         order by edition, ending desc
                        """)
                .param(report)
                .query((row, number) -> new File(
                        Edition.valueOf(row.getString("edition")), row.getString("ending"), row.getString("sha256")))
                .list();
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
