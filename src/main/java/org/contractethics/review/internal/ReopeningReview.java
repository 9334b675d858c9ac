package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the review of an approved or signed contract again although nothing of the contract changed: what is known of it may touch
 * any part of the old review. The approval lapses as by a change (H8); nothing is carried over.
 */
@Component
public class ReopeningReview {

    private static final String REASON = "The review was opened again because of what became known since the approval.";

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final ContractRegister contracts;
    private final EndingApprovals ending;

    ReopeningReview(ReviewCases reviews, Decisions decisions, ContractRegister contracts, EndingApprovals ending) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.contracts = contracts;
        this.ending = ending;
    }

    /**
     * @return the review that goes on now; empty where there is no approval to open again: none yet, none that holds, or services
     *     that are held, so that whether they go on is decided first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReviewId> open(ContractId contract) {
        Optional<ReviewCase> newest = reviews.of(contract).stream().findFirst();
        if (newest.isEmpty() || !OpeningDeltaReview.possible(contracts.get(contract))) {
            return Optional.empty();
        }
        ReviewCase review = reviews.lock(newest.get().id());
        return decisions
                .latestOf(review.id())
                .filter(latest -> latest.pass() == review.pass() && latest.approves())
                .filter(approval -> decisions.lapse(approval.id()).isEmpty())
                .map(approval -> {
                    ending.end(
                            review,
                            approval,
                            REASON,
                            REASON + " Say what you know of it. The review then begins afresh.",
                            List.of(),
                            Actor.SYSTEM.username());
                    return reviews.of(contract).get(0).id();
                });
    }
}
