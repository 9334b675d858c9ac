package org.contractethics.record.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Verifies what lies in the database at one moment. */
@Component
public class StoredTree {

    private static final String ENTRIES =
            """
            select n, kind, contract, actor, occurred_at, recorded_at, body, leaf, mac
            from record.entry order by n""";

    private final JdbcOperations rows;
    private final JdbcClient jdbc;
    private final SealKeys keys;

    StoredTree(JdbcOperations rows, SealKeys keys) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(rows);
        this.keys = keys;
    }

    /**
     * Reads head, entries, access trail, time stamps and guards of one snapshot, so that what is appended meanwhile makes no
     * false alarm. What is wrong with one of them hides nothing of the others.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify() {
        return entries()
                .with(Stream.of(
                                Found.of("access trail", new StoredAccess(jdbc, keys).finding()),
                                Found.of("time stamps", new StoredTimestamps(jdbc).finding()),
                                new Guards(jdbc).found())
                        .flatMap(found -> found));
    }

    private Verdict entries() {
        StoredHead head = jdbc.sql("select size, frontier, root from record.head where id = 1")
                .query((row, number) ->
                        new StoredHead(row.getLong("size"), row.getBytes("frontier"), row.getBytes("root")))
                .optional()
                .orElse(StoredHead.GONE);
        try (Stream<StoredEntry> entries = entries(rows);
                Stream<SealedValue> values = values(rows)) {
            return new Verifier(seals(), new SealedValues(values.iterator())).verify(head, entries.iterator());
        }
    }

    static Stream<SealedValue> values(JdbcOperations rows) {
        return BinaryRows.of(
                rows,
                "select n, field, person, nonce, value from record.sealed order by n",
                (row, number) -> new SealedValue(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4), row.getBytes(5)));
    }

    static Stream<StoredEntry> entries(JdbcOperations rows) {
        return BinaryRows.of(rows, ENTRIES, StoredTree::entry);
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

    private static StoredEntry entry(ResultSet row, int number) throws SQLException {
        return new StoredEntry(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBytes(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}
