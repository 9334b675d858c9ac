package org.contractethics.review.internal;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written of agencies and countries after a triage and gives a higher tier; rows are only ever added. */
@Repository
class LearnedRecords {

    private static final long WRITING = 7_091_098;

    private final JdbcClient jdbc;

    LearnedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A triage waits for who writes of agencies or countries, and keeps them out: it knows what they wrote, or they find it confirmed. */
    void waitForWriters() {
        jdbc.sql("select pg_advisory_xact_lock_shared(:key)")
                .param("key", WRITING)
                .query((row, number) -> 1)
                .list();
    }

    /** Who writes waits for the triages that are being confirmed, and keeps further ones out until the end of the transaction. */
    void waitForTriages() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", WRITING)
                .query((row, number) -> 1)
                .list();
    }

    /** Whether what was written counts at triages: nobody took it back or refused it, and no later record replaced it. */
    boolean stands(UUID record) {
        return jdbc.sql(
                        """
                        select exists (select 1 from screening.standing_agency_finding f where f.id = :record)
                            or exists (select 1 from screening.standing_country_record c where c.id = :record)
                        """)
                .param("record", record)
                .query(Boolean.class)
                .single();
    }

    void add(ReviewCase review, UUID record, Tier tier, Instant at) {
        jdbc.sql(
                        """
                        insert into review.learned_since_triage (review_id, pass, record_id, tier, learned_at)
                        values (:review, :pass, :record, :tier, :at)
                        """)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("record", record)
                .param("tier", tier.name())
                .param("at", Rows.at(at))
                .update();
    }
}
