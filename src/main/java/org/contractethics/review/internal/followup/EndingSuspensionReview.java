package org.contractethics.review.internal.followup;

import java.time.Instant;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpEnded;
import org.contractethics.review.internal.Facts;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** S13: a review decided by its vote what a suspension review asks. Nobody confirms it a second time, so the question ends with it. */
@Component
class EndingSuspensionReview {

    private final FollowUpWork work;
    private final Suspensions suspensions;

    EndingSuspensionReview(FollowUpWork work, Suspensions suspensions) {
        this.work = work;
        this.suspensions = suspensions;
    }

    /** A proposal that waits stays where it was made, and is not ruled on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(ContractId contract, DecisionId decision, String actor, Instant at) {
        suspensions.openOf(contract).ifPresent(review -> {
            suspensions.close(review.id(), at);
            work.record(
                    "suspension-review-ended",
                    Facts.of(FollowUp.SUSPENSION.idFact(), review.id())
                            .and("purpose", review.purpose().name())
                            .and("decisionId", decision),
                    contract,
                    actor,
                    at);
            work.publish(new FollowUpEnded(FollowUp.SUSPENSION, review.id(), at));
        });
    }
}
