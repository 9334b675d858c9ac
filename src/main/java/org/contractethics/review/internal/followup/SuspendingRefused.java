package org.contractethics.review.internal.followup;

import org.contractethics.review.internal.ContractRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A review rejected or stopped a contract that is in force: whether its services are suspended or ended is asked at once, by nobody's leave. */
@Component
class SuspendingRefused {

    private final StatingInForce stating;
    private final OpeningSuspension opening;

    SuspendingRefused(StatingInForce stating, OpeningSuspension opening) {
        this.stating = stating;
        this.opening = opening;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContractRefused refused) {
        stating.asPublished(refused.contract());
        opening.becauseRefused(refused.contract());
    }
}
