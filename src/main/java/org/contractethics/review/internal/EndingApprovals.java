package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when an approval lapses (H8): a delta review, or a fresh pass of the review it belongs to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndingApprovals {

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final Returning returning;
    private final ContractRegister contracts;
    private final OpeningDeltaReview opening;
    private final StageTasks tasks;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndingApprovals(
            ReviewCases reviews,
            Decisions decisions,
            Returning returning,
            ContractRegister contracts,
            OpeningDeltaReview opening,
            StageTasks tasks,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.returning = returning;
        this.contracts = contracts;
        this.opening = opening;
        this.tasks = tasks;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Where no fact of the contract changed but more is known of it, and no person ended it. */
    void endByWhatIsKnown(ReviewCase review, Decision approval, String reason) {
        end(
                review,
                approval,
                reason,
                reason + " Say what you know of it. The review then begins afresh.",
                List.of(),
                Actor.SYSTEM.username());
    }

    /**
     * @param question what the account owner is asked where the review goes back to them
     * @param changed facts of the contract that changed; empty where none did
     */
    void end(ReviewCase review, Decision approval, String reason, String question, List<String> changed, String actor) {
        Instant now = clock.instant();
        decisions.lapse(approval.id(), reason, now);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("decisionId", approval.id())
                .and("reason", reason)
                .and("fields", changed)
                .recorded("approval-lapsed", review.contract(), actor, now));
        Contract contract = contracts.get(review.contract());
        if (!review.closed() && !endsWithDelta(review)) {
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
