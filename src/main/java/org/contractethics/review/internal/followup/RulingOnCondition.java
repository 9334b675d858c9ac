package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.FollowUpEnded;
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

/** H10: a monitor says whether a condition is met; the chair or the board may waive it, by name and with reasons. */
@Component
public class RulingOnCondition {

    private static final Set<Role> WAIVING = Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

    private final FollowUpWork work;
    private final FollowedConditions conditions;
    private final Separation separation;
    private final FollowUpNotices notices;

    RulingOnCondition(
            FollowUpWork work, FollowedConditions conditions, Separation separation, FollowUpNotices notices) {
        this.work = work;
        this.conditions = conditions;
        this.separation = separation;
        this.notices = notices;
    }

    public List<FormProblem> problems(@Nullable Result result, String reasons) {
        Problems problems = new Problems()
                .when(result == null || result == Result.WAIVED, "result", "Say whether the condition is met.");
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons, also for the owner.")
                .list();
    }

    @Transactional
    public void rule(UUID id, @Nullable Result result, String reasons, Actor actor) {
        FollowedCondition condition = conditions.lock(id);
        Open open = work.begin(id, condition.contract(), FollowUpStep.CONFIRM_CONDITION, actor);
        Problems.refuse(problems(result, reasons));
        Result ruled = java.util.Objects.requireNonNull(result);
        Report report = condition.waiting().orElseThrow(() -> Refused.conflict("There is no report to rule on."));
        conditions.add(id, ruling(report.id(), ruled, reasons, actor, Role.MONITOR, open.now()));
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

    public List<FormProblem> waiverProblems(String reasons) {
        return Texts.demand(new Problems(), reasons, "waiver-reasons", "Give the reasons of the waiver.")
                .list();
    }

    /** Why this person cannot waive this condition now; empty where they can. */
    public Optional<Refused> waiverRefusal(FollowedCondition condition, Actor actor) {
        List<String> against = new ArrayList<>(separation.objections(condition.contract(), WAIVING, actor));
        against.addAll(FollowUpRules.ownCondition(condition, actor));
        if (!against.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, against));
        }
        return condition.open()
                ? Optional.empty()
                : Optional.of(Refused.conflict("This condition is not open, so there is nothing to waive."));
    }

    @Transactional
    public void waive(UUID id, String reasons, Actor actor) {
        FollowedCondition condition = conditions.lock(id);
        waiverRefusal(condition, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(waiverProblems(reasons));
        Instant now = work.now();
        Role as = actor.has(Role.PANEL_CHAIR) ? Role.PANEL_CHAIR : Role.BOARD_COMMITTEE;
        conditions.add(id, ruling(null, Result.WAIVED, reasons, actor, as, now));
        conditions.close(id, now);
        work.record(
                "condition-waived",
                facts(condition, reasons).and("as", as.name()),
                condition.contract(),
                actor.username(),
                now);
        work.publish(new FollowUpEnded(FollowUp.CONDITION, id, now));
        notices.ruled(condition, Result.WAIVED);
    }

    private static Ruling ruling(
            @Nullable UUID report, Result result, String reasons, Actor actor, Role as, Instant at) {
        return new Ruling(UUID.randomUUID(), report, result, reasons, actor.username(), as, at);
    }

    private static Facts facts(FollowedCondition condition, String reasons) {
        return Facts.of(FollowUp.CONDITION.idFact(), condition.id())
                .and("reviewId", condition.review())
                .and("blocking", condition.blocking())
                .and("dueOn", condition.dueOn())
                .and("reasons", reasons);
    }
}
