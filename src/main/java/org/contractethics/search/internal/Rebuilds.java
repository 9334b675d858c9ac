package org.contractethics.search.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rebuilds of the index, past and running, as every node sees them. */
@Component
public class Rebuilds {

    /** A rebuild that gave no sign of life for this long has lost its node and may be taken over. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(1);

    /** How often one that runs says so, however long a single contract takes. */
    static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isRunning() {
        return jdbc.sql("select exists (select 1 from search.rebuild where finished_at is null)")
                .query(Boolean.class)
                .single();
    }

    void request(UUID id, String requestedBy, Instant now) {
        jdbc.sql("insert into search.rebuild (id, requested_by, requested_at) values (:id, :by, :now)")
                .param("id", id)
                .param("by", requestedBy)
                .param("now", utc(now))
                .update();
    }

    /** @return false if it is finished, or if another thread or node is at work on it */
    boolean take(UUID id, Instant now) {
        return jdbc.sql(
                                """
                        update search.rebuild set alive_at = :now, failure = null
                        where id = :id and finished_at is null and (alive_at is null or alive_at < :lost)""")
                        .param("id", id)
                        .param("now", utc(now))
                        .param("lost", utc(now.minus(LOST_AFTER)))
                        .update()
                == 1;
    }

    /** The one that is not finished and that no node is at work on; there is never more than one. */
    Optional<UUID> lost(Instant now) {
        return jdbc.sql(
                        """
                        select id from search.rebuild
                        where finished_at is null and (alive_at is null or alive_at < :lost)""")
                .param("lost", utc(now.minus(LOST_AFTER)))
                .query(UUID.class)
                .optional();
    }

    void alive(UUID id, Instant now) {
        jdbc.sql("update search.rebuild set alive_at = :now where id = :id and alive_at is not null")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    Optional<String> indexOf(UUID id) {
        return jdbc.sql("select index_name from search.rebuild where id = :id and index_name is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void begins(UUID id, String index) {
        jdbc.sql("update search.rebuild set index_name = :index where id = :id")
                .param("id", id)
                .param("index", index)
                .update();
    }

    void progressed(UUID id, int done, int total, Instant now) {
        jdbc.sql("update search.rebuild set done = :done, total = :total, alive_at = :now where id = :id")
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("now", utc(now))
                .update();
    }

    void finished(UUID id, Instant now) {
        jdbc.sql("update search.rebuild set finished_at = :now, failure = null where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** It stays unfinished: it is taken up again, and goes on with the same index. */
    void interrupted(UUID id, String why) {
        jdbc.sql("update search.rebuild set failure = :why, alive_at = null where id = :id")
                .param("id", id)
                .param("why", why)
                .update();
    }

    List<Rebuild> latest() {
        return jdbc.sql(
                        """
                select id, requested_by, requested_at, total, done, finished_at, failure
                from search.rebuild order by requested_at desc limit 10""")
                .query((row, n) -> new Rebuild(
                        row.getObject("id", UUID.class),
                        row.getString("requested_by"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        row.getInt("total"),
                        row.getInt("done"),
                        instant(row.getObject("finished_at", OffsetDateTime.class)),
                        row.getString("failure")))
                .list();
    }

    /**
     * @param total contracts to index; 0 until they were counted
     * @param failure why it stands still at the moment; null while it runs
     */
    public record Rebuild(
            UUID id,
            String requestedBy,
            Instant requestedAt,
            int total,
            int done,
            @Nullable Instant finishedAt,
            @Nullable String failure) {}

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
