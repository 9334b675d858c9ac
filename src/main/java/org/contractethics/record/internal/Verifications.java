package org.contractethics.record.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contractethics.record.RecordVerification;
import org.contractethics.record.TreeHead;
import org.contractethics.record.internal.watch.Alarm;
import org.contractethics.record.internal.watch.Alarms;
import org.contractethics.record.verification.Found;
import org.contractethics.record.verification.StoredTree;
import org.contractethics.record.verification.Verdict;
import org.jspecify.annotations.Nullable;
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
    private final Supplier<List<Found>> beside;
    private final Consumer<List<Found>> alarm;
    private final Clock clock;

    /** Not read from the database: whoever damaged the record could write there that it is intact. */
    private final AtomicReference<@Nullable RecordVerification> last = new AtomicReference<>();

    @Autowired
    Verifications(JdbcClient jdbc, StoredTree tree, ObjectProvider<Beside> beside, Alarms alarms, Clock clock) {
        this(
                jdbc,
                tree,
                () -> beside.orderedStream()
                        .flatMap(one -> one.differences().stream())
                        .toList(),
                found -> alarms.standing(Alarm.VERIFICATION, found),
                clock);
    }

    /**
     * @param beside what is told otherwise outside of the entries
     * @param alarm hears what each verification found, once it is kept
     */
    Verifications(
            JdbcClient jdbc, StoredTree tree, Supplier<List<Found>> beside, Consumer<List<Found>> alarm, Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.beside = beside;
        this.alarm = alarm;
        this.clock = clock;
    }

    RecordVerification verify(String requestedBy) {
        long start = System.nanoTime();
        Verdict verdict = tree.verify();
        List<Found> found = new ArrayList<>(verdict.found());
        found.addAll(beside.get());
        long millis = (System.nanoTime() - start) / 1_000_000;
        RecordVerification verification = new RecordVerification(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                requestedBy,
                new TreeHead(verdict.size(), HexFormat.of().formatHex(verdict.root())),
                found.isEmpty() ? null : found.get(0).finding().index(),
                found.isEmpty() ? null : found.get(0).sentence(),
                found.stream().skip(1).map(Found::sentence).toList(),
                verdict.erased(),
                millis);
        last.set(verification);
        keep(verification);
        if (verification.intact()) {
            LOG.info("record verified entries={} erased={} millis={}", verdict.size(), verdict.erased(), millis);
        } else {
            LOG.error("record is damaged firstBad={} problem={}", verification.firstBad(), verification.problem());
            verification.further().forEach(problem -> LOG.error("record is damaged as well problem={}", problem));
        }
        alarm.accept(found);
        return verification;
    }

    /** What this process found last. */
    Optional<RecordVerification> last() {
        return Optional.ofNullable(last.get());
    }

    private void keep(RecordVerification verification) {
        jdbc.sql(
                        """
                        insert into record.verification
                            (verified_at, requested_by, size, root, first_bad, problem, further, erased, millis)
                        values (:at, :by, :size, :root, :firstBad, :problem, :further, :erased, :millis)""")
                .param("erased", verification.erased())
                .param("at", verification.verifiedAt().atOffset(ZoneOffset.UTC))
                .param("by", verification.requestedBy())
                .param("size", verification.head().size())
                .param("root", HexFormat.of().parseHex(verification.head().rootHash()))
                .param("firstBad", verification.firstBad(), Types.BIGINT)
                .param("problem", verification.problem(), Types.VARCHAR)
                .param("further", verification.further().toArray(String[]::new))
                .param("millis", verification.millis())
                .update();
    }
}
