package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Days;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.ContractExit.Plan;
import org.contractethics.review.internal.followup.ContractExit.PlanTexts;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S15: what the end does to people is assessed and planned first (UNGP 19); the board committee approves the plan. */
@Component
public class PlanningExit {

    private final FollowUpWork work;
    private final ContractExits exits;
    private final SignedContracts signed;
    private final FollowUpNotices notices;

    PlanningExit(FollowUpWork work, ContractExits exits, SignedContracts signed, FollowUpNotices notices) {
        this.work = work;
        this.exits = exits;
        this.signed = signed;
        this.notices = notices;
    }

    /** What the planner writes down. */
    public record Draft(PlanTexts texts, @Nullable LocalDate servicesEndOn, @Nullable LocalDate dataGoneBy) {}

    public List<FormProblem> problems(Draft draft) {
        PlanTexts texts = draft.texts();
        Problems problems = new Problems();
        Texts.demand(problems, texts.leverage(), "leverage", "Say why influence on the agency does not suffice.");
        Texts.demand(problems, texts.affected(), "affected", "Say who is affected by the end.");
        Texts.demand(problems, texts.adverseImpacts(), "adverse-impacts", "Say what the end may do to them.");
        Texts.demand(problems, texts.prevention(), "prevention", "Say what is done against it.");
        Texts.demand(problems, texts.heard(), "heard", "Say who of them was heard, or who speaks for them and why.");
        Texts.demand(problems, texts.dataReturn(), "data-return", "Say which data is returned and which is deleted.");
        Texts.demand(problems, texts.handOver(), "hand-over", "Say to whom the work passes, or that it ends.");
        Texts.demand(problems, texts.publicNote(), "public-note", "Write what is said in public.");
        return days(problems, draft).list();
    }

    private Problems days(Problems problems, Draft draft) {
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        LocalDate ends = draft.servicesEndOn();
        LocalDate gone = draft.dataGoneBy();
        return problems.when(
                        !Days.ahead(ends, today),
                        "services-end-on",
                        "State the last day of the services; not a day that is over." + Days.AHEAD)
                .when(
                        !Days.ahead(gone, today) || (gone != null && ends != null && gone.isBefore(ends)),
                        "data-gone-by",
                        "State the day by which the data is returned and deleted; not before the services end."
                                + Days.AHEAD);
    }

    @Transactional
    public void plan(UUID id, Draft draft, Actor actor) {
        ContractExit exit = lock(id);
        Open open = work.begin(id, exit.contract(), FollowUpStep.PLAN_EXIT, actor);
        Problems.refuse(problems(draft));
        Plan plan = new Plan(
                UUID.randomUUID(),
                exit.plans().size() + 1,
                draft.texts(),
                Objects.requireNonNull(draft.servicesEndOn()),
                Objects.requireNonNull(draft.dataGoneBy()),
                actor.username(),
                open.now(),
                null,
                List.of());
        exits.add(id, plan);
        work.finish(
                open,
                "exit-planned",
                Facts.of(FollowUp.EXIT.idFact(), id)
                        .and("number", plan.number())
                        .and("servicesEndOn", plan.servicesEndOn())
                        .and("dataGoneBy", plan.dataGoneBy())
                        .and("affected", plan.texts().affected())
                        .and("adverseImpacts", plan.texts().adverseImpacts())
                        .and("prevention", plan.texts().prevention()),
                Map.of("carryOutBy", Texts.endOf(plan.dataGoneBy())));
        notices.waits(exit.contract(), FollowUpStep.APPROVE_EXIT_PLAN, id);
    }

    public List<FormProblem> rulingProblems(@Nullable Boolean approved, String reasons) {
        Problems problems = new Problems().when(approved == null, "accepted", "Say whether you approve the plan.");
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons.")
                .list();
    }

    /** @param seen number of the plan that was read */
    @Transactional
    public void rule(UUID id, @Nullable Integer seen, @Nullable Boolean approved, String reasons, Actor actor) {
        ContractExit exit = lock(id);
        Open open = work.begin(id, exit.contract(), FollowUpStep.APPROVE_EXIT_PLAN, actor);
        Problems.refuse(rulingProblems(approved, reasons));
        Plan plan = exit.proposed().orElseThrow(() -> Refused.conflict("There is no plan to rule on."));
        Seen.demand(seen, plan.number());
        Ruling ruling = new Ruling(Objects.requireNonNull(approved), reasons, actor.username(), open.now());
        exits.rule(plan, ruling);
        work.finish(
                open,
                ruling.accepted() ? "exit-plan-approved" : "exit-plan-sent-back",
                Facts.of(FollowUp.EXIT.idFact(), id)
                        .and("number", plan.number())
                        .and("reasons", reasons),
                Map.of("confirmed", String.valueOf(ruling.accepted())));
        notices.waits(exit.contract(), ruling.accepted() ? FollowUpStep.CARRY_OUT_EXIT : FollowUpStep.PLAN_EXIT, id);
    }

    private ContractExit lock(UUID id) {
        signed.lock(exits.get(id).contract());
        return exits.get(id);
    }
}
