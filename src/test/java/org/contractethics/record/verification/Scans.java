package org.contractethics.record.verification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.signing.CheckpointKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verification of the whole record, and what each of its layers would see alone. */
public final class Scans {

    private final JdbcOperations rows;
    private final JdbcClient jdbc;
    private final SealKeys keys;

    public Scans(DataSource database, RecordSettings settings, CheckpointKeys keys) throws NotProvenException {
        this.rows = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(rows);
        this.keys = new SealKeys(settings, keys);
    }

    /** Everything the application verifies. */
    public Optional<String> whole() {
        return message(tree().verify());
    }

    public StoredTree tree() {
        return new StoredTree(rows, keys);
    }

    /** Hashes, columns, head: what a program without any key can say. */
    public Optional<String> hashes() {
        return scan(new Seals(keys, Long.MAX_VALUE, List.of()), true);
    }

    public Optional<String> macs() {
        return scan(new Seals(keys, StoredTree.macFrom(jdbc, keys), List.of()), false);
    }

    public Optional<String> checkpoints() {
        Seals withoutMacs = new Seals(keys, Long.MAX_VALUE, StoredTree.checkpoints(jdbc)) {
            @Override
            @Nullable
            String entryProblem(StoredEntry entry) {
                return null;
            }
        };
        return scan(withoutMacs, true);
    }

    private Optional<String> scan(Seals seals, boolean withoutMacs) {
        StoredHead head = jdbc.sql("select size, frontier, root from record.head where id = 1")
                .query((row, n) -> new StoredHead(row.getLong("size"), row.getBytes("frontier"), row.getBytes("root")))
                .single();
        try (Stream<StoredEntry> entries = StoredTree.entries(rows)) {
            List<StoredEntry> scanned = entries.map(entry -> withoutMacs ? withoutMac(entry) : entry)
                    .toList();
            return message(new Verifier(seals, values()).verify(head, scanned.iterator()));
        }
    }

    private SealedValues values() {
        try (Stream<SealedValue> values = StoredTree.values(rows)) {
            return new SealedValues(values.toList().iterator());
        }
    }

    private static StoredEntry withoutMac(StoredEntry e) {
        return new StoredEntry(
                e.index(), e.kind(), e.contract(), e.actor(), e.occurredAt(), e.recordedAt(), e.body(), e.leaf());
    }

    private static Optional<String> message(Verdict verdict) {
        return verdict.finding().map(Finding::message);
    }

    /** Leaf hash as the verifier computes it. */
    public static byte[] leaf(byte[] body) {
        return new CompactRange().leafHash(body);
    }
}
