package org.contractethics.record.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contractethics.record.internal.RecordSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checkpoints of this origin, the cosignatures below them, and what contradicts them. */
@Repository
class Checkpoints {

    private final JdbcClient jdbc;
    private final String origin;

    Checkpoints(JdbcClient jdbc, RecordSettings settings) {
        this.jdbc = jdbc;
        this.origin = settings.origin();
    }

    String origin() {
        return origin;
    }

    Optional<StoredCheckpoint> last() {
        return jdbc.sql("select * from record.checkpoint where origin = :origin order by size desc limit 1")
                .param("origin", origin)
                .query(Checkpoints::checkpoint)
                .optional();
    }

    /** The newest over entries that are here: a database that lags behind may know a larger one. */
    Optional<StoredCheckpoint> lastCovered() {
        return jdbc.sql(
                        """
                        select * from record.checkpoint
                        where origin = :origin and size <= (select size from record.head where id = 1)
                        order by size desc limit 1""")
                .param("origin", origin)
                .query(Checkpoints::checkpoint)
                .optional();
    }

    List<StoredCheckpoint> all() {
        return jdbc.sql("select * from record.checkpoint where origin = :origin order by size")
                .param("origin", origin)
                .query(Checkpoints::checkpoint)
                .list();
    }

    /**
     * A checkpoint that witnesses have cosigned.
     *
     * @param lines how many of them
     */
    record Seen(long size, int lines) {}

    /** Those below this size, over entries that are here, that some witness has cosigned, the newest first. */
    List<Seen> cosigned(long below, int limit) {
        return jdbc.sql(
                        """
                        select size, count(*) as lines from record.cosignature where origin = :origin
                            and size < :below and size <= (select size from record.head where id = 1)
                        group by size order by size desc limit :limit""")
                .param("origin", origin)
                .param("below", below)
                .param("limit", limit)
                .query((row, number) -> new Seen(row.getLong("size"), row.getInt("lines")))
                .list();
    }

    Optional<StoredCheckpoint> find(long size) {
        return jdbc.sql("select * from record.checkpoint where origin = :origin and size = :size")
                .param("origin", origin)
                .param("size", size)
                .query(Checkpoints::checkpoint)
                .optional();
    }

    void add(StoredCheckpoint checkpoint) {
        jdbc.sql(
                        """
                        insert into record.checkpoint (origin, size, root, note, signed_at)
                        values (:origin, :size, :root, :note, :at)""")
                .param("origin", origin)
                .param("size", checkpoint.size())
                .param("root", checkpoint.root())
                .param("note", checkpoint.note())
                .param("at", checkpoint.signedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The signature lines of witnesses below a checkpoint, in the order of their names. */
    List<String> lines(long size) {
        return jdbc.sql("select line from record.cosignature where origin = :origin and size = :size order by witness")
                .param("origin", origin)
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** Size of the last checkpoint that this witness cosigned; 0 for none. */
    long lastCosigned(String witness) {
        return jdbc.sql("select coalesce(max(size), 0) from record.cosignature where origin = :origin and witness ="
                        + " :witness")
                .param("origin", origin)
                .param("witness", witness)
                .query(Long.class)
                .single();
    }

    /** A second answer about the same checkpoint adds nothing. */
    void cosign(long size, String witness, String line, Instant cosignedAt) {
        jdbc.sql(
                        """
                        insert into record.cosignature (origin, size, witness, line, cosigned_at)
                        values (:origin, :size, :witness, :line, :at) on conflict do nothing""")
                .param("origin", origin)
                .param("size", size)
                .param("witness", witness)
                .param("line", line)
                .param("at", cosignedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void contradict(String what, String evidence, Instant foundAt) {
        jdbc.sql(
                        """
                        insert into record.contradiction (origin, found_at, what, evidence)
                        values (:origin, :at, :what, :evidence)""")
                .param("origin", origin)
                .param("at", foundAt.atOffset(ZoneOffset.UTC))
                .param("what", what)
                .param("evidence", evidence)
                .update();
    }

    /** The first contradiction found under this origin. */
    Optional<String> contradiction() {
        return jdbc.sql("select what from record.contradiction where origin = :origin order by id limit 1")
                .param("origin", origin)
                .query(String.class)
                .optional();
    }

    private static StoredCheckpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new StoredCheckpoint(
                row.getString("origin"),
                row.getLong("size"),
                row.getBytes("root"),
                row.getString("note"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }
}
