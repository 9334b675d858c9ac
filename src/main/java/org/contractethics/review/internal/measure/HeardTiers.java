package org.contractethics.review.internal.measure;

import java.util.Optional;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tier that hearings of those who signed found, that findings against a triage or later records give, or that a triage confirmed.
 * It is never lowered again: no triage goes below it, and no approval.
 */
@Component
public class HeardTiers {

    private static final String WAITS =
            "What was written of the agency or a country of this contract is being held against its triage. Until that is done,"
                    + " nothing is approved or signed (H16). Try again in a few minutes.";

    private final JdbcClient jdbc;

    HeardTiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest; empty where nothing raised the tier of the contract. */
    public Optional<Tier> of(ContractId contract) {
        return jdbc.sql("select tier from (select review.tier_heard(:contract) as tier) heard where tier is not null")
                .param("contract", contract.value())
                .query((row, number) -> Tier.valueOf(row.getString("tier")))
                .optional();
    }

    /** The highest that a hearing found. */
    public Optional<Tier> byHearing(ContractId contract) {
        return jdbc.sql(
                        "select e.tier from review.concern_measure_end e where e.contract_id = :contract and e.tier is not null"
                                + " order by e.tier desc limit 1")
                .param("contract", contract.value())
                .query((row, number) -> Tier.valueOf(row.getString("tier")))
                .optional();
    }

    /** The highest that what was learned of agencies and countries after a triage gives. */
    public Optional<Tier> byRecords(ContractId contract) {
        return jdbc.sql("select l.tier from review.learned_since_triage l join review.review r on r.id = l.review_id"
                        + " where r.contract_id = :contract order by l.tier desc limit 1")
                .param("contract", contract.value())
                .query((row, number) -> Tier.valueOf(row.getString("tier")))
                .optional();
    }

    /** Why nothing can be approved or signed now: what was written of it was not held against its triage yet; empty where all was. */
    public Optional<String> waits(ContractId contract) {
        boolean waits = jdbc.sql(
                        "select exists (select 1 from review.record_weighing where contract_id = :contract and weighed_at is null)")
                .param("contract", contract.value())
                .query(Boolean.class)
                .single();
        return waits ? Optional.of(WAITS) : Optional.empty();
    }

    /** The tier that was found, where this review goes the way of a lower one; empty before its triage. */
    public Optional<Tier> above(ReviewCase review) {
        Tier tier = review.tier();
        return tier == null ? Optional.empty() : of(review.contract()).filter(found -> found.compareTo(tier) > 0);
    }
}
