package org.contractethics.review.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * H8: services that were held go on, and no approval stands behind them any more. What changed meanwhile is reviewed at once, without
 * anybody having to submit it.
 */
@Component
public class ReviewingAfterHold {

    private static final String HELD = "The services were suspended before the contract was signed on this approval.";

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final OpeningDeltaReview delta;
    private final ReviewingAnew anew;
    private final ReviewsEndedByHold held;
    private final CarryingOver carrying;
    private final EndingApprovals lapsing;
    private final CallingIn calling;
    private final ContractRegister contracts;
    private final Clock clock;

    ReviewingAfterHold(
            ReviewCases reviews,
            Decisions decisions,
            OpeningDeltaReview delta,
            ReviewingAnew anew,
            ReviewsEndedByHold held,
            CarryingOver carrying,
            EndingApprovals lapsing,
            CallingIn calling,
            ContractRegister contracts,
            Clock clock) {
        this.lapsing = lapsing;
        this.calling = calling;
        this.contracts = contracts;
        this.reviews = reviews;
        this.decisions = decisions;
        this.delta = delta;
        this.anew = anew;
        this.held = held;
        this.carrying = carrying;
        this.clock = clock;
    }

    /**
     * Called when the contract is signed again. Does nothing while a review is open, or while the approval it was signed on stands and
     * no review was necessary beside it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ContractId contract, Actor actor) {
        Optional<Decision> last = decisions.latestAbout(contract);
        List<ReviewCase> all = reviews.of(contract);
        if (last.isEmpty() || all.stream().anyMatch(review -> !review.closed())) {
            return;
        }
        Decision decision = last.get();
        if (!decision.approves() || wholeIsDue(all.get(0))) {
            anew.open(contract, actor);
        } else if (decisions.lapse(decision.id()).isPresent()) {
            delta.open(reviews.get(decision.review()), decision, actor.username(), clock.instant());
        } else if (!held.signedOn(decision)) {
            lapses(decision, actor);
        }
    }

    /** The approval says nothing of what a whole review was to find out that the hold ended undecided. */
    private boolean wholeIsDue(ReviewCase newest) {
        return held.has(newest) && !carrying.stillDelta(newest);
    }

    private void lapses(Decision approval, Actor actor) {
        lapsing.end(reviews.get(approval.review()), approval, HELD, HELD, List.of(), actor.username());
    }

    /**
     * The same of a contract that was never signed here and is registered again. The review that the hold ended was not finished, so
     * an approval in it lapses; where there was no review at all, the contract is called in.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginUnsigned(ContractId contract, Actor actor) {
        Optional<Decision> approval = decisions
                .latestAbout(contract)
                .filter(Decision::approves)
                .filter(decision -> decisions.lapse(decision.id()).isEmpty());
        if (approval.isPresent()) {
            lapses(approval.get(), actor);
        } else if (reviews.of(contract).isEmpty()) {
            calling.becauseItGoesOn(contracts.get(contract));
        } else {
            anew.open(contract, actor);
        }
    }
}
