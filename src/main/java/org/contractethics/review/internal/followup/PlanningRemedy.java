package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Days;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.Remediation.Form;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.review.internal.followup.Remediation.Plan;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S14: those who were harmed are heard, then the remedy is planned; somebody else approves the plan. */
@Component
public class PlanningRemedy {

    /** Says neither why nor of what: the remedy may have begun with a concern (H13). */
    private static final String NOT_THEIRS = "This person can own no measure of this remedy. Choose somebody else.";

    private final FollowUpWork work;
    private final Remediations remediations;
    private final SignedContracts contracts;
    private final PeopleDirectory people;
    private final MeasureOwners owners;
    private final FollowUpNotices notices;

    PlanningRemedy(
            FollowUpWork work,
            Remediations remediations,
            SignedContracts contracts,
            PeopleDirectory people,
            MeasureOwners owners,
            FollowUpNotices notices) {
        this.work = work;
        this.remediations = remediations;
        this.contracts = contracts;
        this.people = people;
        this.owners = owners;
        this.notices = notices;
    }

    /**
     * What the planner writes down.
     *
     * @param noWaiver that nobody has to give up a right to go to court for it
     */
    public record Draft(
            String harmed,
            String heard,
            List<Form> forms,
            String agreement,
            boolean noWaiver,
            List<ProposedMeasure> measures) {}

    /** A row of the form, at its number. */
    public record ProposedMeasure(int number, String text, String owner, @Nullable LocalDate dueOn) {}

    public List<FormProblem> problems(Remediation remediation, Draft draft) {
        Problems problems = new Problems();
        Texts.demand(problems, draft.harmed(), "harmed", "Say who was harmed, without names.");
        Texts.demand(problems, draft.heard(), "heard", "Say how the people harmed were heard, or who speaks for them.");
        problems.when(draft.forms().isEmpty(), "forms", "Choose at least one form of remedy.");
        Texts.demand(
                problems, draft.agreement(), "agreement", "Say what was agreed with them, or why nothing could be.");
        problems.when(
                !draft.noWaiver(),
                "no-waiver",
                "A remedy must not cost anybody a right to go to court. Confirm that it does not.");
        problems.when(draft.measures().isEmpty(), "measure-1-text", "A plan needs at least one measure.");
        Set<String> kept = noOwners(remediation);
        draft.measures().forEach(measure -> check(problems, measure, kept));
        return problems.list();
    }

    private void check(Problems problems, ProposedMeasure measure, Set<String> kept) {
        String id = "measure-" + measure.number() + "-";
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        LocalDate due = measure.dueOn();
        Texts.demand(problems, measure.text(), id + "text", "Say what the measure is.");
        Optional<Person> owner = measure.owner().isBlank() ? Optional.empty() : people.find(measure.owner());
        problems.when(owner.isEmpty(), id + "owner", "Choose who carries it out.")
                .when(
                        owner.filter(MeasureOwners::observes).isPresent(),
                        id + "owner",
                        "Auditors and leadership carry out no measure. Choose somebody else.")
                .when(kept.contains(measure.owner()), id + "owner", NOT_THEIRS)
                .when(!Days.ahead(due, today), id + "due", "State a day by which it is carried out." + Days.AHEAD);
    }

    /** Who can own no measure, because the remedy is kept from them (H13). */
    public Set<String> noOwners(Remediation remediation) {
        return owners.keptFrom(remediation);
    }

    @Transactional
    public void plan(UUID id, Draft draft, Actor actor) {
        Remediation remediation = lock(id);
        Open open = work.begin(id, remediation.contract(), FollowUpStep.PLAN_REMEDY, actor);
        Problems.refuse(problems(remediation, draft));
        Plan plan = new Plan(
                UUID.randomUUID(),
                remediation.plans().size() + 1,
                draft.harmed(),
                draft.heard(),
                draft.forms(),
                draft.agreement(),
                actor.username(),
                open.now(),
                measures(draft),
                null,
                List.of());
        remediations.add(id, plan);
        work.finish(
                open, "remedy-planned", facts(remediation, plan), Map.of("carryOutBy", Texts.endOf(plan.lastDay())));
        notices.waits(remediation, FollowUpStep.APPROVE_REMEDY_PLAN);
    }

    private static List<Measure> measures(Draft draft) {
        List<Measure> measures = new ArrayList<>();
        for (ProposedMeasure proposed : draft.measures()) {
            measures.add(new Measure(
                    UUID.randomUUID(),
                    measures.size() + 1,
                    proposed.text(),
                    proposed.owner(),
                    Objects.requireNonNull(proposed.dueOn()),
                    List.of()));
        }
        return measures;
    }

    private static Facts facts(Remediation remediation, Plan plan) {
        return remediation
                .facts()
                .and("number", plan.number())
                .and("forms", plan.forms())
                .and("heard", plan.heard())
                .and("measures", plan.measures().size())
                .and("carryOutBy", plan.lastDay());
    }

    public List<FormProblem> rulingProblems(Remediation remediation, @Nullable Boolean approved, String reasons) {
        Problems problems = new Problems().when(approved == null, "accepted", "Say whether you approve the plan.");
        if (Boolean.TRUE.equals(approved)) {
            Set<String> kept = noOwners(remediation);
            remediation.proposed().stream()
                    .flatMap(plan -> plan.measures().stream())
                    .filter(measure -> kept.contains(measure.owner()))
                    .forEach(measure -> problems.when(true, "accepted", noOwner(measure)));
        }
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons.")
                .list();
    }

    private static String noOwner(Measure measure) {
        return "The owner of measure " + measure.number()
                + " can own no measure of this remedy. Send the plan back, so that it names somebody else.";
    }

    /** @param seen number of the plan that was read */
    @Transactional
    public void rule(UUID id, @Nullable Integer seen, @Nullable Boolean approved, String reasons, Actor actor) {
        Remediation remediation = lock(id);
        Open open = work.begin(id, remediation.contract(), FollowUpStep.APPROVE_REMEDY_PLAN, actor);
        Problems.refuse(rulingProblems(remediation, approved, reasons));
        Plan plan = remediation.proposed().orElseThrow(() -> Refused.conflict("There is no plan to rule on."));
        Seen.demand(seen, plan.number());
        Ruling ruling = new Ruling(Objects.requireNonNull(approved), reasons, actor.username(), open.now());
        remediations.rule(plan, ruling);
        work.finish(
                open,
                ruling.accepted() ? "remedy-plan-approved" : "remedy-plan-sent-back",
                remediation.facts().and("number", plan.number()).and("reasons", reasons),
                Map.of("confirmed", String.valueOf(ruling.accepted())));
        if (ruling.accepted()) {
            plan.measures().forEach(measure -> notices.owns(remediation, measure));
        }
        notices.waits(remediation, ruling.accepted() ? FollowUpStep.CARRY_OUT_REMEDY : FollowUpStep.PLAN_REMEDY);
    }

    private Remediation lock(UUID id) {
        contracts.lock(remediations.get(id).contract());
        return remediations.get(id);
    }
}
