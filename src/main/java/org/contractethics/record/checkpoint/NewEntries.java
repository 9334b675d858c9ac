package org.contractethics.record.checkpoint;

import java.security.MessageDigest;
import java.util.stream.Stream;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.signing.TreeHashes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries that no checkpoint covers yet: each must be the application's own. */
@Repository
class NewEntries {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final EntryMac macs;
    private final long unsealedBelow;

    NewEntries(JdbcClient jdbc, EntryMac macs, RecordSettings settings) {
        this.jdbc = jdbc;
        this.macs = macs;
        this.unsealedBelow = settings.unsealedBelow();
    }

    /**
     * Refuses an entry whose leaf is not the hash of its body or whose keyed hash is not ours. Under the very first checkpoint, entries
     * from before there were keyed hashes may have none: as many as both the database and the settings say.
     */
    void demandOurs(long from, long to) {
        long exempt = from == 0 ? exemptBelow() : 0;
        try (Stream<Row> rows = jdbc
                .sql("select n, body, leaf, mac from record.entry where n >= :from and n < :to order by n")
                .param("from", from)
                .param("to", to)
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, number) ->
                        new Row(row.getLong("n"), row.getBytes("body"), row.getBytes("leaf"), row.getBytes("mac")))
                .stream()) {
            rows.forEach(row -> demandOurs(row, exempt));
        }
    }

    private void demandOurs(Row row, long exempt) {
        if (!MessageDigest.isEqual(row.leaf(), TreeHashes.leaf(row.body()))) {
            throw new NotSignedException("Entry " + row.index() + ": the leaf hash is not the hash of the body.");
        }
        byte[] mac = row.mac();
        if (mac == null ? row.index() >= exempt : !MessageDigest.isEqual(mac, macs.of(row.index(), row.leaf()))) {
            throw new NotSignedException(
                    "Entry " + row.index() + " was not written by this application: its keyed hash "
                            + (mac == null ? "is missing." : "is wrong."));
        }
    }

    private long exemptBelow() {
        long first = jdbc.sql("select first from record.mac_start where id = 1")
                .query(Long.class)
                .single();
        return Math.min(first, unsealedBelow);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    private record Row(long index, byte[] body, byte[] leaf, byte @Nullable [] mac) {}
}
