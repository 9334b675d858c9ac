package org.contractethics.concern.internal.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Legal holds that a restored backup brought back. Nothing is destroyed while one is in force, so of what was destroyed since every hold
 * had been lifted or was over.
 */
@Component
class StaleHolds {

    private final HandledConcerns concerns;
    private final JdbcClient jdbc;
    private final Clock clock;

    StaleHolds(HandledConcerns concerns, JdbcClient jdbc, Clock clock) {
        this.concerns = concerns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody else moves the concern until the transaction ends; false where it is not there. */
    boolean lock(ConcernId id) {
        return jdbc.sql("select id from concern.concern where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** In the transaction of the caller; recorded as lifted by the system. */
    void lift(ConcernId id) {
        Instant now = clock.instant();
        int lifted = jdbc.sql(
                        """
                update concern.legal_hold set lifted_by = :system, lifted_on = :today
                where concern = :id and lifted_on is null""")
                .param("system", Actor.SYSTEM.username())
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        if (lifted > 0) {
            concerns.recordActOfSystem("concern-hold-lifted", concerns.get(id), now);
        }
    }
}
