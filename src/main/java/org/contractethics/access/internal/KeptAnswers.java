package org.contractethics.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.shared.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to writes by the API, by person and key, for a day. */
@Repository
class KeptAnswers implements RecurringWork {

    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the key for this transaction; false where a write was made under it already. Where another transaction holds the
     * key this one waits for its end, so of two that come at once the second finds the answer of the first.
     */
    boolean reserve(String username, String key, String fingerprint) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        delete from access.kept_answer
                        where username = :username and idempotency_key = :key and kept_until < :now""")
                .param("username", username)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(
                                """
                        insert into access.kept_answer (username, idempotency_key, fingerprint, kept_until)
                        values (:username, :key, :fingerprint, :until)
                        on conflict (username, idempotency_key) do nothing""")
                        .param("username", username)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("until", now.plus(KEPT).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<KeptAnswer> find(String username, String key) {
        return jdbc.sql(
                        """
                        select fingerprint, status, content_type, location, entity_tag, body from access.kept_answer
                        where username = :username and idempotency_key = :key and status is not null""")
                .param("username", username)
                .param("key", key)
                .query((row, number) -> new KeptAnswer(
                        row.getString("fingerprint"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("entity_tag"),
                        row.getBytes("body")))
                .optional();
    }

    /** Keeps the answer of a write in the transaction of the write. */
    void keep(String username, String key, KeptAnswer answer) {
        jdbc.sql(
                        """
                        update access.kept_answer
                        set status = :status, content_type = :type, location = :location, entity_tag = :tag, body = :body
                        where username = :username and idempotency_key = :key""")
                .param("username", username)
                .param("key", key)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("tag", answer.entityTag())
                .param("body", answer.body())
                .update();
    }

    /** Removes what was kept long enough. */
    @Override
    public void run() {
        jdbc.sql("delete from access.kept_answer where kept_until < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
