package org.contractethics.record.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Verifies what lies in the database at one moment. */
@Component
public class StoredTree {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final SealKeys keys;

    StoredTree(JdbcClient jdbc, SealKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Reads head, entries, access trail, time stamps and guards of one snapshot, so that what is appended meanwhile makes no
     * false alarm.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify() {
        Verdict entries = entries();
        return entries.finding().isEmpty() ? entries.with(beside()) : entries;
    }

    private @Nullable Finding beside() {
        Finding access = new StoredAccess(jdbc, keys).finding();
        if (access != null) {
            return access;
        }
        Finding timestamps = new StoredTimestamps(jdbc).finding();
        return timestamps != null ? timestamps : new Guards(jdbc).finding();
    }

    private Verdict entries() {
        StoredHead head = jdbc.sql("select size, frontier, root from record.head where id = 1")
                .query((row, number) ->
                        new StoredHead(row.getLong("size"), row.getBytes("frontier"), row.getBytes("root")))
                .optional()
                .orElse(StoredHead.GONE);
        try (Stream<StoredEntry> entries = jdbc
                        .sql("select * from record.entry order by n")
                        .withFetchSize(ROWS_AT_ONCE)
                        .query(StoredTree::entry)
                        .stream();
                Stream<SealedValue> values = values(jdbc)) {
            return new Verifier(seals(), new SealedValues(values.iterator())).verify(head, entries.iterator());
        }
    }

    static Stream<SealedValue> values(JdbcClient jdbc) {
        return jdbc
                .sql("select n, field, person, nonce, value from record.sealed order by n")
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, number) -> new SealedValue(
                        row.getLong("n"),
                        row.getString("field"),
                        row.getString("person"),
                        row.getBytes("nonce"),
                        row.getBytes("value")))
                .stream();
    }

    private Seals seals() {
        return new Seals(keys, macFrom(jdbc, keys), checkpoints(jdbc));
    }

    static long macFrom(JdbcClient jdbc, SealKeys keys) {
        long first = jdbc.sql("select first from record.mac_start where id = 1")
                .query(Long.class)
                .optional()
                .orElse(0L);
        return Math.min(first, keys.unsealedBelow());
    }

    static List<SealedCheckpoint> checkpoints(JdbcClient jdbc) {
        return jdbc.sql("select origin, size, root, note from record.checkpoint order by size, origin")
                .query((row, number) -> new SealedCheckpoint(
                        row.getString("origin"), row.getLong("size"), row.getBytes("root"), row.getString("note")))
                .list();
    }

    static StoredEntry entry(ResultSet row, int number) throws SQLException {
        return new StoredEntry(
                row.getLong("n"),
                row.getString("kind"),
                row.getObject("contract", UUID.class),
                row.getString("actor"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("body"),
                row.getBytes("leaf"),
                row.getBytes("mac"));
    }
}
