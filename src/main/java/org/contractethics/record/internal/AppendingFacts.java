package org.contractethics.record.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entries at the places that the locked head of the tree gives them; the database moves the head with each. */
@Repository
class AppendingFacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    AppendingFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Runs in the transaction of the business act; the head stays locked until that ends. */
    void append(List<Fact> facts) {
        long place = jdbc.sql("select record.lock_head()").query(Long.class).single();
        Instant now = clock.instant();
        for (Fact fact : facts) {
            insert(fact, place, CanonicalBody.of(fact, place, now));
            place++;
        }
    }

    private void insert(Fact fact, long place, CanonicalBody body) {
        jdbc.sql(
                        """
                        insert into record.entry (n, kind, contract, actor, occurred_at, recorded_at, body, leaf)
                        values (:n, :kind, :contract, :actor, :occurredAt, :recordedAt, :body, :leaf)""")
                .param("n", place)
                .param("kind", fact.kind())
                .param("contract", fact.contract(), java.sql.Types.OTHER)
                .param("actor", fact.actor())
                .param("occurredAt", body.occurredAt().atOffset(ZoneOffset.UTC))
                .param("recordedAt", body.recordedAt().atOffset(ZoneOffset.UTC))
                .param("body", body.bytes())
                .param("leaf", body.leaf())
                .update();
    }
}
