package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.RecordedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins what follows a signature, in the transaction of the signature: there is no signed contract without it. */
@Component
class StartingFollowUps {

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final FollowUpWork work;
    private final FollowedConditions conditions;
    private final ReviewCases reviews;
    private final ReReviewing reReviewing;
    private final Separation separation;
    private final MeasureOwners owners;
    private final WorkingDays days;
    private final MonitoringProperties properties;
    private final ConditionNotices notices;

    StartingFollowUps(
            FollowUpWork work,
            FollowedConditions conditions,
            ReviewCases reviews,
            ReReviewing reReviewing,
            Separation separation,
            MeasureOwners owners,
            WorkingDays days,
            MonitoringProperties properties,
            ConditionNotices notices) {
        this.work = work;
        this.conditions = conditions;
        this.reviews = reviews;
        this.reReviewing = reReviewing;
        this.separation = separation;
        this.owners = owners;
        this.days = days;
        this.properties = properties;
        this.notices = notices;
    }

    @EventListener(condition = "#event.kind() == 'contract-signed'")
    void on(RecordedEvent event) {
        DecisionId decision = DecisionId.valueOf(String.valueOf(event.facts().get("decisionId")));
        ReviewCase review =
                reviews.of(java.util.Objects.requireNonNull(event.contract())).get(0);
        conditions.of(decision).forEach(condition -> begin(condition, review, event.occurredAt()));
        reReviewing.begin(review, event.occurredAt());
    }

    private void begin(FollowedCondition condition, ReviewCase review, Instant now) {
        UUID id = condition.id();
        conditions.begin(id, condition.contract(), condition.review(), now);
        Instant dueAt = endOf(condition.dueOn());
        // whoever stepped back (H2) or left before the signature owns nothing after it
        boolean ownerless = owners.cannotMeet(condition);
        work.publish(new FollowUpBegan(
                FollowUp.CONDITION,
                id,
                condition.contract(),
                review.confirmedTier().name(),
                Map.of(
                        "owner", ownerless ? "" : condition.owner(),
                        "dueAt", dueAt.toString(),
                        "suspendAt",
                                endOf(days.after(
                                                condition
                                                        .dueOn()
                                                        .atStartOfDay(days.zone())
                                                        .toInstant(),
                                                properties.suspensionWorkingDays()))
                                        .toString()),
                separation.excluded(condition.contract()),
                now));
        notices.begins(condition);
    }

    /** A moment of the day, by which the processes know it. */
    private static Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).toInstant(ZoneOffset.UTC);
    }
}
