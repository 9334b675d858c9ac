package org.contractethics.record.checkpoint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.contractethics.record.internal.RecordSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Time stamps of checkpoints of this origin, as the authority gave them. */
@Repository
class Timestamps {

    private final JdbcClient jdbc;
    private final String origin;

    Timestamps(JdbcClient jdbc, RecordSettings settings) {
        this.jdbc = jdbc;
        this.origin = settings.origin();
    }

    /** Of which size a checkpoint has one, up to that size. */
    List<Long> sizes(long upTo) {
        return jdbc.sql(
                        "select size from record.checkpoint_timestamp where origin = :origin and size <= :upTo order by size")
                .param("origin", origin)
                .param("upTo", upTo)
                .query(Long.class)
                .list();
    }

    Optional<byte[]> of(long size) {
        return jdbc.sql("select response from record.checkpoint_timestamp where origin = :origin and size = :size")
                .param("origin", origin)
                .param("size", size)
                .query(byte[].class)
                .optional();
    }

    /** A second one of the same checkpoint adds nothing. */
    void add(long size, byte[] response, Instant stampedAt) {
        jdbc.sql(
                        """
                        insert into record.checkpoint_timestamp (origin, size, response, stamped_at)
                        values (:origin, :size, :response, :at) on conflict do nothing""")
                .param("origin", origin)
                .param("size", size)
                .param("response", response)
                .param("at", stampedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
