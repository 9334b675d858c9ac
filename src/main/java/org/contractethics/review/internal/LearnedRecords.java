package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.screening.RecordWorsened;
import org.contractethics.shared.ContractId;
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

    /** Contracts that were ever triaged and are with such an agency, or in such a country; in an order that all keep who lock them. */
    List<ContractId> concerned(RecordWorsened record) {
        return jdbc.sql(
                        """
                        select c.id from contract.contract c
                        where (lower(c.awarding_name) = any(:agencies) or lower(c.funding_name) = any(:agencies)
                               or c.awarding_country = any(:countries) or c.funding_country = any(:countries)
                               or c.countries && cast(:countries as text[]))
                          and exists (select 1 from review.review r where r.contract_id = c.id and r.tier is not null)
                        order by c.id
                        """)
                .param(
                        "agencies",
                        record.agencies().stream()
                                .map(agency -> agency.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("countries", record.countries().toArray(String[]::new))
                .query((row, number) -> new ContractId(row.getObject("id", UUID.class)))
                .list();
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
