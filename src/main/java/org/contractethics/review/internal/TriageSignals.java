package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.measure.HeardTiers;
import org.contractethics.review.internal.returning.EarlierDeal;
import org.contractethics.review.internal.returning.ReturningDeals;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.springframework.stereotype.Component;

/**
 * What speaks in a triage by itself: a letter that waits for an answer, what a hearing
 * found, deals that were refused before, and what was found of the agency before.
 */
@Component
class TriageSignals {

    private final OpenConcerns concerns;
    private final HeardTiers heard;
    private final ReturningDeals returning;
    private final EarlierRecords records;
    private final RedFlags redFlags;

    TriageSignals(
            OpenConcerns concerns,
            HeardTiers heard,
            ReturningDeals returning,
            EarlierRecords records,
            RedFlags redFlags) {
        this.concerns = concerns;
        this.heard = heard;
        this.returning = returning;
        this.records = records;
        this.redFlags = redFlags;
    }

    boolean letterOpenOn(ContractId contract) {
        return concerns.letterOpenOn(contract);
    }

    /** The highest tier that a hearing found for the contract. */
    Optional<Tier> heard(ContractId contract) {
        return heard.of(contract);
    }

    List<EarlierDeal> deals(Contract contract) {
        return returning.of(contract);
    }

    Optional<EarlierRecords.Found> record(Contract contract) {
        return records.of(contract);
    }

    RedFlags redFlags() {
        return redFlags;
    }
}
