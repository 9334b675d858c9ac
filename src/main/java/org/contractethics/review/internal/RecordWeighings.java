package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.screening.RecordWorsened;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contracts have still to be held against what was written of their agencies and countries, and what came of it. */
@Repository
class RecordWeighings {

    private final JdbcClient jdbc;

    RecordWeighings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One contract that waits to be held against what was written.
     *
     * @param record id of the finding or the record
     * @param source who says it
     * @param words what is said, a sentence
     */
    record Waiting(long number, ContractId contract, UUID record, String source, String words, Instant writtenAt) {}

    /**
     * What came of it.
     *
     * @param before the tier of the triage; null where the tables could not be asked
     * @param tier what it has to be with what was written, never lower; null where the tables could not be asked
     */
    record Weighed(@Nullable Tier before, @Nullable Tier tier) {

        static final Weighed UNASKED = new Weighed(null, null);
    }

    /**
     * Every contract that was ever triaged and is with such an agency, or in such a country, waits from now on. No row of theirs is held, so
     * that nobody waits for a country with many contracts.
     */
    void add(RecordWorsened record) {
        jdbc.sql(
                        """
                        insert into review.record_weighing
                            (contract_id, record_id, source, words, written_at, since_review, since_pass)
                        select c.id, :record, :source, :words, :at, t.review_id, t.pass
                        from contract.contract c
                        left join lateral (
                            select s.review_id, s.pass
                            from review.stage_result s join review.review r on r.id = s.review_id
                            where r.contract_id = c.id and s.stage = 'TRIAGE'
                            order by s.completed_at desc limit 1) t on true
                        where (lower(c.awarding_name) = any(:agencies) or lower(c.funding_name) = any(:agencies)
                               or c.awarding_country = any(:countries) or c.funding_country = any(:countries)
                               or c.countries && cast(:countries as text[]))
                          and exists (select 1 from review.review r where r.contract_id = c.id and r.tier is not null)
                        order by c.id
                        """)
                .param("record", record.id())
                .param("source", record.source())
                .param("words", record.words())
                .param("at", Rows.at(record.at()))
                .param(
                        "agencies",
                        record.agencies().stream()
                                .map(agency -> agency.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("countries", record.countries().toArray(String[]::new))
                .update();
    }

    /** Those that failed come last, so that they keep no other from its turn. */
    List<Long> waiting(int limit) {
        return jdbc.sql(
                        """
                        select number from review.record_weighing where weighed_at is null
                        order by tried_at nulls first, number limit :limit
                        """)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Held until the end of the transaction; empty where somebody was faster. */
    Optional<Waiting> hold(long number) {
        return jdbc.sql(
                        """
                        select number, contract_id, record_id, source, words, written_at from review.record_weighing
                        where number = :number and weighed_at is null for update
                        """)
                .param("number", number)
                .query((row, index) -> new Waiting(
                        row.getLong("number"),
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        row.getObject("record_id", UUID.class),
                        row.getString("source"),
                        row.getString("words"),
                        Rows.instant(row, "written_at")))
                .optional();
    }

    void tried(long number, Instant at) {
        jdbc.sql("update review.record_weighing set tried_at = :at where number = :number and weighed_at is null")
                .param("number", number)
                .param("at", Rows.at(at))
                .update();
    }

    void done(long number, Weighed weighed, Instant at) {
        jdbc.sql(
                        """
                        update review.record_weighing
                        set weighed_at = :at, outcome = :outcome, tier_before = :before, tier = :tier where number = :number
                        """)
                .param("number", number)
                .param("outcome", weighed.tier() == null ? "UNASKED" : "ASKED")
                .param("before", Rows.name(weighed.before()))
                .param("tier", Rows.name(weighed.tier()))
                .param("at", Rows.at(at))
                .update();
    }
}
