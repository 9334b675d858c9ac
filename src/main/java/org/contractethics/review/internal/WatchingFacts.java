package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractChanged;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.FactsInUse;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Returning returning;
    private final ContractRegister contracts;
    private final OpeningDeltaReview opening;
    private final StageTasks tasks;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WatchingFacts(
            ReviewCases reviews,
            StageResults results,
            Decisions decisions,
            WeighedFacts weighed,
            Returning returning,
            ContractRegister contracts,
            OpeningDeltaReview opening,
            StageTasks tasks,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.results = results;
        this.decisions = decisions;
        this.weighed = weighed;
        this.returning = returning;
        this.contracts = contracts;
        this.opening = opening;
        this.tasks = tasks;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContractChanged change) {
        Optional<ReviewCase> newest = reviews.of(change.contract()).stream().findFirst();
        if (newest.isEmpty()) {
            return;
        }
        ReviewCase review = reviews.lock(newest.get().id());
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
        Instant now = clock.instant();
        String reason = "Facts of the contract changed after the approval: " + WeighedFacts.words(changed) + ".";
        decisions.lapse(approval.id(), reason, now);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("decisionId", approval.id())
                .and("reason", reason)
                .and("fields", changed)
                .recorded("approval-lapsed", review.contract(), change.actor(), now));
        follow(review, approval, reason, change.actor(), now);
    }

    private void follow(ReviewCase review, Decision approval, String reason, String actor, Instant now) {
        Contract contract = contracts.get(review.contract());
        if (!review.closed() && !endsWithDelta(review)) {
            String question = reason + " Say what changed and why. The review then begins afresh with the new facts.";
            returning.withQuestion(review, question, Actor.SYSTEM.username(), now);
            events.publishEvent(new ApprovalLapsed(review.id(), false, now));
            notices.lapsedForAnswer(review, contract, reason);
        } else if (OpeningDeltaReview.possible(contract)) {
            if (!review.closed()) {
                events.publishEvent(new StageEnds(review.id(), actor));
                reviews.close(review.id(), now);
                events.publishEvent(new ApprovalLapsed(review.id(), true, now));
            }
            notices.lapsedForDelta(review, contract, reason);
            opening.open(review, approval, actor, now);
        } else {
            notices.lapsedWhileHeld(review, contract, reason);
        }
    }

    /**
     * An approval under appeal goes back as a whole: what it rested on is what the appeal is about. So does a review that runs by a
     * version of the procedure from before delta reviews.
     */
    private boolean endsWithDelta(ReviewCase review) {
        return tasks.open(review.id(), Stage.APPEAL).isEmpty() && tasks.endsOnLapse(review.id());
    }
}
