package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.review.internal.returning.EarlierDeal;
import org.contractethics.review.internal.returning.ReturningDeals;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.springframework.stereotype.Component;

/** What speaks in a triage by itself: a letter that waits for an answer, and deals that were refused before. */
@Component
class TriageSignals {

    private final OpenConcerns concerns;
    private final ReturningDeals returning;

    TriageSignals(OpenConcerns concerns, ReturningDeals returning) {
        this.concerns = concerns;
        this.returning = returning;
    }

    boolean letterOpenOn(ContractId contract) {
        return concerns.letterOpenOn(contract);
    }

    List<EarlierDeal> deals(Contract contract) {
        return returning.of(contract);
    }
}
