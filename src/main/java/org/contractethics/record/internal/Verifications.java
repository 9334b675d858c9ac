package org.contractethics.record.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.contractethics.record.internal.watch.Alarm;
import org.contractethics.record.internal.watch.Alarms;
import org.contractethics.record.verification.Finding;
import org.contractethics.record.verification.StoredTree;
import org.contractethics.record.verification.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Has the record verified, keeps what came out, and has people told of damage. */
@Repository
class Verifications {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    private final JdbcClient jdbc;
    private final StoredTree tree;
    private final Supplier<Optional<Finding>> beside;
    private final Consumer<RecordVerification> alarm;
    private final Clock clock;

    @Autowired
    Verifications(JdbcClient jdbc, StoredTree tree, ObjectProvider<Beside> beside, Alarms alarms, Clock clock) {
        this(
                jdbc,
                tree,
                () -> first(beside),
                found -> alarms.standing(Alarm.VERIFICATION, found.firstBad(), found.problem()),
                clock);
    }

    /**
     * @param beside what is told otherwise outside of an intact record
     * @param alarm hears what each verification found, once it is kept
     */
    Verifications(
            JdbcClient jdbc,
            StoredTree tree,
            Supplier<Optional<Finding>> beside,
            Consumer<RecordVerification> alarm,
            Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.beside = beside;
        this.alarm = alarm;
        this.clock = clock;
    }

    private static Optional<Finding> first(ObjectProvider<Beside> beside) {
        return beside.orderedStream().flatMap(one -> one.difference().stream()).findFirst();
    }

    RecordVerification verify(String requestedBy) {
        long start = System.nanoTime();
        Verdict verdict = tree.verify();
        Optional<Finding> finding = verdict.finding().or(beside);
        long millis = (System.nanoTime() - start) / 1_000_000;
        RecordVerification verification = new RecordVerification(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                requestedBy,
                new TreeHead(verdict.size(), HexFormat.of().formatHex(verdict.root())),
                finding.map(Finding::index).orElse(null),
                finding.map(Finding::message).orElse(null),
                verdict.erased(),
                millis);
        keep(verification);
        if (verification.intact()) {
            LOG.info("record verified entries={} erased={} millis={}", verdict.size(), verdict.erased(), millis);
        } else {
            LOG.error("record is damaged firstBad={} problem={}", verification.firstBad(), verification.problem());
        }
        alarm.accept(verification);
        return verification;
    }

    Optional<RecordVerification> last() {
        return jdbc.sql("select * from record.verification order by id desc limit 1")
                .query(Verifications::verification)
                .optional();
    }

    private void keep(RecordVerification verification) {
        jdbc.sql(
                        """
                        insert into record.verification
                            (verified_at, requested_by, size, root, first_bad, problem, erased, millis)
                        values (:at, :by, :size, :root, :firstBad, :problem, :erased, :millis)""")
                .param("erased", verification.erased())
                .param("at", verification.verifiedAt().atOffset(ZoneOffset.UTC))
                .param("by", verification.requestedBy())
                .param("size", verification.head().size())
                .param("root", HexFormat.of().parseHex(verification.head().rootHash()))
                .param("firstBad", verification.firstBad(), Types.BIGINT)
                .param("problem", verification.problem(), Types.VARCHAR)
                .param("millis", verification.millis())
                .update();
    }

    private static RecordVerification verification(ResultSet row, int number) throws SQLException {
        return new RecordVerification(
                row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                new TreeHead(row.getLong("size"), HexFormat.of().formatHex(row.getBytes("root"))),
                row.getObject("first_bad", Long.class),
                row.getString("problem"),
                row.getLong("erased"),
                row.getLong("millis"));
    }
}
