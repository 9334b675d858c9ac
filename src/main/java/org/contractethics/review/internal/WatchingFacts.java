package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.FactsInUse;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * H8: change kills approval, in the transaction of the change. While a pass weighs the facts, from the triage to the decision,
 * they do not change at all: nobody would know which of them the votes were about.
 */
@Component
class WatchingFacts {

    private final ReviewCases reviews;
    private final StageResults results;
    private final Decisions decisions;
    private final WeighedFacts weighed;
    private final EndingApprovals ending;
    private final ReviewsEndedByHold held;

    WatchingFacts(
            ReviewCases reviews,
            StageResults results,
            Decisions decisions,
            WeighedFacts weighed,
            EndingApprovals ending,
            ReviewsEndedByHold held) {
        this.reviews = reviews;
        this.results = results;
        this.decisions = decisions;
        this.weighed = weighed;
        this.ending = ending;
        this.held = held;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContractChanged change) {
        Optional<ReviewCase> speaking = held.speakingFor(change.contract());
        if (speaking.isEmpty()) {
            return;
        }
        ReviewCase review = reviews.lock(speaking.get().id());
        Optional<Decision> decision = decisions.latestOf(review.id()).filter(latest -> latest.pass() == review.pass());
        if (decision.isPresent()) {
            decision.filter(Decision::approves)
                    .filter(approval -> decisions.lapse(approval.id()).isEmpty())
                    .ifPresent(approval -> kill(review, approval, change));
        } else if (!review.closed() && triaged(review)) {
            refuse(weighed.changed(review.id(), review.pass()));
        }
    }

    private boolean triaged(ReviewCase review) {
        return results.form(review.id(), review.pass(), TriageConfirmation.class)
                .isPresent();
    }

    private static void refuse(List<String> changed) {
        if (!changed.isEmpty()) {
            throw new FactsInUse("A review weighs these facts now, so they cannot be changed until it is decided: "
                    + WeighedFacts.words(changed)
                    + " (H8). Tell the reviewers if one of them is wrong; they can return the contract to you.");
        }
    }

    private void kill(ReviewCase review, Decision approval, ContractChanged change) {
        List<String> changed = weighed.changed(review.id(), review.pass());
        if (changed.isEmpty()) {
            return;
        }
        String reason = "Facts of the contract changed after the approval: " + WeighedFacts.words(changed) + ".";
        ending.end(
                review,
                approval,
                reason,
                reason + " Say what changed and why. The review then begins afresh with the new facts.",
                changed,
                change.actor());
    }
}
