package org.contractethics.record.checkpoint;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.contractethics.record.signing.TreeHashes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree over the leaf hashes in the database. */
@Component
class RecordTree {

    private final JdbcClient jdbc;
    private final TreeHashes hashes = new TreeHashes(this::read);

    RecordTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TreeHashes hashes() {
        return hashes;
    }

    /** Number of entries and root as the head of the record tells them. */
    Head head() {
        return jdbc.sql("select size, root from record.head where id = 1")
                .query((row, number) -> new Head(row.getLong("size"), row.getBytes("root")))
                .single();
    }

    private byte[] read(long from, long to) {
        List<byte[]> leaves = jdbc.sql("select leaf from record.entry where n >= :from and n < :to order by n")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getBytes("leaf"))
                .list();
        if (leaves.size() != to - from) {
            throw new NotSignedException("Entries between " + from + " and " + to + " are missing.");
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream(leaves.size() * 32);
        leaves.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    record Head(long size, byte[] root) {}
}
