package org.contractethics.review.internal;

import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the review of an approved or signed contract again although nothing of the contract changed: what is known of it may touch
 * any part of the old review. The approval lapses as by a change (H8); nothing is carried over. A contract that runs and that nobody
 * ever submitted is called in.
 */
@Component
public class ReopeningReview {

    private static final String REASON = "The review is opened again because of what became known since the approval.";

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final ContractRegister contracts;
    private final EndingApprovals ending;
    private final BeginningWhole whole;
    private final CallingIn calling;
    private final ReviewsEndedByHold held;

    ReopeningReview(
            ReviewCases reviews,
            Decisions decisions,
            ContractRegister contracts,
            EndingApprovals ending,
            BeginningWhole whole,
            CallingIn calling,
            ReviewsEndedByHold held) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.contracts = contracts;
        this.ending = ending;
        this.whole = whole;
        this.calling = calling;
        this.held = held;
    }

    /**
     * Where services are suspended the approval lapses at once, and the review begins when they go on. A review that is open anyway takes
     * up what became known; where it is a delta review, nothing is carried over in it any more.
     *
     * @return the review that begins anew with it; empty where none does now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReviewId> open(ContractId contract) {
        return open(contract, REASON);
    }

    /** The same for this reason, a whole sentence that names no person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ReviewId> open(ContractId contract, String reason) {
        ContractState state = contracts.get(contract).state();
        if (state.ending() || state == ContractState.STOPPED) {
            return Optional.empty();
        }
        return held.speakingFor(contract)
                .map(review -> reviews.lock(review.id()))
                .map(review -> open(review, reason))
                .orElseGet(() -> calling.becauseOfConcern(contract));
    }

    private Optional<ReviewId> open(ReviewCase review, String reason) {
        Optional<Decision> decided = decisions.latestOf(review.id()).filter(latest -> latest.pass() == review.pass());
        if (decided.isEmpty()) {
            return review.closed() ? Optional.empty() : whole.of(review, reason);
        }
        Optional<Decision> approval = decided.filter(Decision::approves)
                .filter(found -> decisions.lapse(found.id()).isEmpty());
        approval.ifPresent(found -> ending.endByWhatIsKnown(review, found, reason));
        return approval.flatMap(found -> newest(review.contract()))
                .filter(next -> !next.closed())
                .map(ReviewCase::id);
    }

    private Optional<ReviewCase> newest(ContractId contract) {
        return reviews.of(contract).stream().findFirst();
    }
}
