package org.contractethics.record.trail;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.signing.TreeHashes;
import org.contractethics.shared.RecurringWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fixes the rows of the access trail in the record: one entry tells which numbers they have and the root of the tree over them. Until
 * then only their keyed hashes speak for them, so this happens every few minutes and before anything is exported.
 */
@Service
public class FixingAccess implements RecurringWork {

    static final Duration EVERY = Duration.ofMinutes(5);

    /** So few that the gaps between them fit into one entry, whatever was done to them. */
    static final int MOST_ROWS = 2_000;

    private static final int HASH = 32;
    private static final long LOCK = 0x616363657373L;

    private final AccessTrail trail;
    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FixingAccess(
            AccessTrail trail,
            RecordReader record,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.trail = trail;
        this.record = record;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void run() {
        boolean due =
                newest().stream().allMatch(last -> last.recordedAt().plus(EVERY).isBefore(clock.instant()));
        if (due) {
            fix();
        }
    }

    /** Afterwards every row that is there now is fixed, whatever becomes of the transaction around it. */
    public void fix() {
        long last = trail.last();
        while (Boolean.TRUE.equals(transaction.execute(status -> fixNext(last)))) {
            // once for each batch
        }
    }

    /** Of two nodes only one fixes at a time. Returns whether there is more. */
    private boolean fixNext(long last) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
        long first = fixedUpTo() + 1;
        List<AccessEntry> rows = first > last ? List.of() : trail.between(first, last, MOST_ROWS);
        if (rows.isEmpty()) {
            return false;
        }
        long end = rows.get(rows.size() - 1).index();
        events.publishEvent(
                new AccessRecorded(clock.instant(), first, end, rows.size(), missing(first, rows), root(rows)));
        return end < last;
    }

    private long fixedUpTo() {
        return newest().stream()
                .mapToLong(entry -> entry.number("last").orElse(0))
                .findFirst()
                .orElse(0);
    }

    private List<RecordEntry> newest() {
        return record.newest(EntryFilter.ofKind(AccessRecorded.KIND), Long.MAX_VALUE, 1);
    }

    /** Numbers that were given and not used, where a transaction failed or a server fell; from now on nothing can take them. */
    private static List<String> missing(long first, List<AccessEntry> rows) {
        List<String> missing = new ArrayList<>();
        long next = first;
        for (AccessEntry row : rows) {
            if (row.index() > next) {
                missing.add(row.index() - next == 1 ? Long.toString(next) : next + "-" + (row.index() - 1));
            }
            next = row.index() + 1;
        }
        return missing;
    }

    private static String root(List<AccessEntry> rows) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(rows.size() * HASH);
        rows.forEach(row -> joined.writeBytes(AccessBytes.leaf(row.index(), row.access(), row.commitment())));
        byte[] leaves = joined.toByteArray();
        TreeHashes tree = new TreeHashes((from, to) -> Arrays.copyOfRange(leaves, (int) from * HASH, (int) to * HASH));
        return HexFormat.of().formatHex(tree.root(rows.size()));
    }
}
