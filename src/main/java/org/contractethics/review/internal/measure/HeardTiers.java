package org.contractethics.review.internal.measure;

import java.util.Optional;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tier that hearings of those who signed found, or that findings against a triage give. It is never lowered again: no triage goes
 * below it, and no approval.
 */
@Component
public class HeardTiers {

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

    /** The tier that was found, where this review goes the way of a lower one; empty before its triage. */
    public Optional<Tier> above(ReviewCase review) {
        Tier tier = review.tier();
        return tier == null ? Optional.empty() : of(review.contract()).filter(found -> found.compareTo(tier) > 0);
    }
}
