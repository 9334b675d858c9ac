package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks;
import org.contractethics.review.FollowUps;
import org.contractethics.review.internal.Facts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows a signature, as the processes see it. */
@Component
class FollowUpsOfDatabase implements FollowUps {

    private final FollowUpWork work;
    private final FollowUpObjections objections;
    private final FollowedConditions conditions;
    private final Suspensions suspensions;
    private final ReReviews reReviews;
    private final OpeningSuspension opening;
    private final EndingInterimMeasures interim;
    private final FollowUpNotices notices;
    private final ConditionNotices conditionNotices;
    private final DrawingSample sample;
    private final TellingSubstitutes substitutes;

    FollowUpsOfDatabase(
            FollowUpWork work,
            FollowUpObjections objections,
            FollowedConditions conditions,
            Suspensions suspensions,
            ReReviews reReviews,
            OpeningSuspension opening,
            EndingInterimMeasures interim,
            FollowUpNotices notices,
            ConditionNotices conditionNotices,
            DrawingSample sample,
            TellingSubstitutes substitutes) {
        this.substitutes = substitutes;
        this.work = work;
        this.objections = objections;
        this.conditions = conditions;
        this.suspensions = suspensions;
        this.reReviews = reReviews;
        this.opening = opening;
        this.interim = interim;
        this.notices = notices;
        this.conditionNotices = conditionNotices;
        this.sample = sample;
    }

    @Override
    public List<String> objections(UUID subject, FollowUpStep step, Actor actor) {
        return objections.against(subject, step, actor);
    }

    @Override
    public Optional<ConcernId> concernOf(UUID subject, FollowUpStep step) {
        return step.followUp() == FollowUp.REMEDIATION ? objections.rules(step).concernOf(subject) : Optional.empty();
    }

    @Override
    public boolean mayKnow(UUID subject, FollowUpStep step, Actor actor) {
        return step.followUp() != FollowUp.REMEDIATION || objections.rules(step).mayKnow(subject, actor);
    }

    @Override
    public PartsInFollowUps partsIn(Map<UUID, FollowUp> subjects) {
        return objections.in(subjects);
    }

    @Override
    public Set<UUID> inPlaceOfChairs(Actor actor) {
        return substitutes.waitingFor(actor);
    }

    @Override
    @Transactional
    public void conditionDueSoon(UUID condition) {
        conditionNotices.dueSoon(conditions.get(condition));
    }

    @Override
    @Transactional
    public void remind(UUID subject, FollowUpTasks.FollowUpTask task) {
        FollowUpStep step = task.step();
        notices.dueSoon(contractOf(subject, step), subject, task, concernOf(subject, step));
    }

    @Override
    @Transactional
    public void escalate(UUID subject, FollowUpStep step, Instant dueAt) {
        ContractId contract = contractOf(subject, step);
        Optional<ConcernId> concern = concernOf(subject, step);
        work.record(
                step == FollowUpStep.MEET_CONDITION ? "condition-overdue" : "follow-up-escalated",
                Facts.of(step.followUp().idFact(), subject)
                        .and("concernId", concern.orElse(null))
                        .and("step", step.name())
                        .and("dueAt", dueAt),
                contract,
                Actor.SYSTEM.username(),
                work.now());
        if (step == FollowUpStep.MEET_CONDITION) {
            conditionNotices.overdue(conditions.get(subject));
        } else {
            notices.overdue(contract, step, subject, dueAt, concern);
        }
    }

    private ContractId contractOf(UUID subject, FollowUpStep step) {
        return switch (step.followUp()) {
            case CONDITION -> conditions.get(subject).contract();
            case SUSPENSION -> suspensions.get(subject).contract();
            case RE_REVIEW -> reReviews.get(subject).contract();
            case EXIT, REMEDIATION, SAMPLE_REVIEW -> objections.rules(step).contractOf(subject);
            case INTERIM_MEASURE -> throw new IllegalArgumentException("an interim measure has no steps");
        };
    }

    @Override
    @Transactional
    public void longOverdue(UUID id) {
        FollowedCondition condition = conditions.get(id);
        if (condition.blocking() && condition.open()) {
            opening.becauseOf(condition);
        }
    }

    @Override
    public void interimOver(UUID measure) {
        interim.over(measure);
    }

    @Override
    @Transactional
    public void reReviewDue(UUID id) {
        ReReview reReview = reReviews.get(id);
        work.record(
                "re-review-due",
                Facts.of(FollowUp.RE_REVIEW.idFact(), id)
                        .and("number", reReview.results().size() + 1),
                reReview.contract(),
                Actor.SYSTEM.username(),
                work.now());
        notices.reReviewDue(reReview);
    }

    @Override
    @Transactional
    public boolean drawLot(UUID sampleReview) {
        return sample.draw(sampleReview);
    }
}
