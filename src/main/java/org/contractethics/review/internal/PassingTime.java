package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens because time passed: people are told, and a rejection nobody appealed stands. Nothing is approved by time (H9). */
@Component
class PassingTime {

    private final ReviewCases reviews;
    private final Appeals appeals;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PassingTime(
            ReviewCases reviews,
            Appeals appeals,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.appeals = appeals;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void remind(ReviewId id, StageTask task) {
        ReviewCase review = reviews.get(id);
        notices.dueSoon(review, contracts.get(review.contract()), task);
    }

    @Transactional
    public void escalate(ReviewId id, Stage stage, Instant dueAt) {
        ReviewCase review = reviews.get(id);
        events.publishEvent(Facts.of("reviewId", id)
                .and("stage", stage.name())
                .and("dueAt", dueAt)
                .recorded("stage-escalated", review.contract(), Actor.SYSTEM.username(), clock.instant()));
        notices.escalated(review, contracts.get(review.contract()), stage, dueAt);
    }

    @Transactional
    public void appealPeriodOver(ReviewId id) {
        ReviewCase review = reviews.lock(id);
        boolean appealed = appeals.pending(id).isPresent();
        if (!Outcome.REJECT.name().equals(review.outcome()) || appealed || review.closed()) {
            return;
        }
        Instant now = clock.instant();
        reviews.close(id, now);
        events.publishEvent(Facts.of("reviewId", id)
                .and("reason", "APPEAL_PERIOD_OVER")
                .recorded("review-closed", review.contract(), Actor.SYSTEM.username(), now));
        notices.closed(review, contracts.get(review.contract()));
    }
}
