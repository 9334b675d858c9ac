package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.FollowedCondition.Report;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.review.internal.followup.FollowedCondition.Ruling;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** H10: a monitor says whether a condition is met. */
@Component
public class RulingOnCondition {

    private final FollowUpWork work;
    private final FollowedConditions conditions;
    private final ConditionNotices notices;

    RulingOnCondition(FollowUpWork work, FollowedConditions conditions, ConditionNotices notices) {
        this.work = work;
        this.conditions = conditions;
        this.notices = notices;
    }

    public List<FormProblem> problems(@Nullable Result result, String reasons) {
        Problems problems = new Problems()
                .when(result == null || result == Result.WAIVED, "result", "Say whether the condition is met.");
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons, also for the owner.")
                .list();
    }

    /** @param seen number of the report that was read */
    @Transactional
    public void rule(UUID id, @Nullable Integer seen, @Nullable Result result, String reasons, Actor actor) {
        FollowedCondition condition = conditions.lock(id);
        Open open = work.begin(id, condition.contract(), FollowUpStep.CONFIRM_CONDITION, actor);
        Problems.refuse(problems(result, reasons));
        Result ruled = Objects.requireNonNull(result);
        Report report = condition.waiting().orElseThrow(() -> Refused.conflict("There is no report to rule on."));
        Seen.demand(seen, report.number());
        conditions.add(
                id,
                new Ruling(UUID.randomUUID(), report.id(), ruled, reasons, actor.username(), Role.MONITOR, open.now()));
        if (ruled == Result.MET) {
            conditions.close(id, open.now());
        }
        work.finish(
                open,
                ruled == Result.MET ? "condition-met" : "condition-not-met",
                facts(condition, reasons).and("number", report.number()),
                Map.of("conditionResult", ruled.name()));
        notices.ruled(condition, ruled);
    }

    static Facts facts(FollowedCondition condition, String reasons) {
        return Facts.of(FollowUp.CONDITION.idFact(), condition.id())
                .and("reviewId", condition.review())
                .and("blocking", condition.blocking())
                .and("dueOn", condition.dueOn())
                .and("reasons", reasons);
    }
}
