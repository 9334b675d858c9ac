package org.contractethics.workflow.internal;

import org.contractethics.concern.Concerns;
import org.contractethics.review.OpenConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** Tells the review how many concerns a decision has to answer; what they say stands on the page of the contract. */
@Component
class CountedConcerns implements OpenConcerns {

    private final Concerns concerns;

    CountedConcerns(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public int on(ContractId contract, Actor viewer) {
        return concerns.openOn(contract, viewer);
    }
}
