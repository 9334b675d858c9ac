package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.Remediation.Measure;
import org.contractethics.review.internal.followup.Remediation.Plan;
import org.contractethics.review.internal.followup.Remediation.Report;
import org.contractethics.review.internal.followup.Remediation.Verification;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S14: owners report on their measures, somebody tells that all are carried out, somebody else verifies the remedy. */
@Component
public class CarryingOutRemedy {

    private final FollowUpWork work;
    private final Remediations remediations;
    private final SignedContracts contracts;
    private final MeasureOwners owners;
    private final FollowUpNotices notices;

    CarryingOutRemedy(
            FollowUpWork work,
            Remediations remediations,
            SignedContracts contracts,
            MeasureOwners owners,
            FollowUpNotices notices) {
        this.work = work;
        this.remediations = remediations;
        this.contracts = contracts;
        this.owners = owners;
        this.notices = notices;
    }

    public List<FormProblem> reportProblems(String account, String field) {
        return Texts.demand(new Problems(), account, field, "Say what was done, and what shows it.")
                .list();
    }

    /**
     * The owner of a measure reports, whoever it is: selling is no bar to making good. For an owner who has left or is barred by
     * now, whoever holds the task that has the measures carried out.
     */
    @Transactional
    public void report(UUID id, UUID measureId, String account, Actor actor) {
        Remediation remediation = lock(id);
        if (owners.keptFrom(remediation).contains(actor.username())) {
            throw Refused.notFound("There is no such remediation.");
        }
        Separation.refuse(Interests.observer(actor));
        if (owners.recused(remediation, actor.username())) {
            throw Refused.notAllowed("You declared a conflict of interest in a review of this contract (H2).");
        }
        Measure measure = remediation
                .approved()
                .flatMap(plan -> plan.measures().stream()
                        .filter(one -> one.id().equals(measureId))
                        .findFirst())
                .filter(one -> owns(one, actor) || owners.cannotReport(remediation, one))
                .orElseThrow(
                        () -> Refused.notAllowed("Only its owner reports on a measure that is to be carried out."));
        Problems.refuse(reportProblems(account, "account"));
        if (!remediation.open()) {
            throw Refused.conflict("The remedy is verified already.");
        }
        if (!owns(measure, actor)) {
            work.begin(id, remediation.contract(), FollowUpStep.CARRY_OUT_REMEDY, actor);
        }
        Report report =
                new Report(UUID.randomUUID(), measure.reports().size() + 1, account, actor.username(), work.now());
        remediations.add(measure, report);
        work.record(
                "remedy-measure-reported",
                remediation
                        .facts()
                        .and("measure", measure.number())
                        .and("onBehalfOf", owns(measure, actor) ? null : measure.owner())
                        .and("account", account),
                remediation.contract(),
                actor.username(),
                report.at());
    }

    private static boolean owns(Measure measure, Actor actor) {
        return measure.owner().equals(actor.username());
    }

    /**
     * The measures on which this person can report now.
     *
     * @param carries whether they hold the task that has the measures carried out
     */
    public List<Measure> reportable(Remediation remediation, Actor actor, boolean carries) {
        if (!remediation.open()
                || !Interests.observer(actor).isEmpty()
                || owners.recused(remediation, actor.username())
                || owners.keptFrom(remediation).contains(actor.username())) {
            return List.of();
        }
        return remediation.approved().stream()
                .flatMap(plan -> plan.measures().stream())
                .filter(measure -> owns(measure, actor) || (carries && owners.cannotReport(remediation, measure)))
                .toList();
    }

    /** What is in the way of telling that all is carried out. */
    public List<FormProblem> doneProblems(Remediation remediation, boolean confirmed) {
        Problems problems =
                new Problems().when(!confirmed, "done", "Confirm that every measure is carried out and reported on.");
        remediation.approved().stream()
                .flatMap(plan -> plan.outstanding().stream())
                .forEach(measure -> problems.when(
                        true,
                        "done",
                        "Measure " + measure.number()
                                + " has no report that is new. Its owner has to report on it first."));
        return problems.list();
    }

    @Transactional
    public void done(UUID id, boolean confirmed, Actor actor) {
        Remediation remediation = lock(id);
        Open open = work.begin(id, remediation.contract(), FollowUpStep.CARRY_OUT_REMEDY, actor);
        Problems.refuse(doneProblems(remediation, confirmed));
        work.finish(open, "remedy-carried-out", remediation.facts(), Map.of());
        notices.waits(remediation, FollowUpStep.VERIFY_REMEDY);
    }

    public List<FormProblem> verificationProblems(@Nullable Boolean verified, String peopleSay, String reasons) {
        Problems problems =
                new Problems().when(verified == null, "verified", "Say whether the harm is remedied as planned.");
        Texts.demand(
                problems,
                peopleSay,
                "people-say",
                "Say what the people harmed say of it, or why nobody could ask them.");
        return Texts.demand(problems, reasons, "verification-reasons", "Say what you checked, and how.")
                .list();
    }

    @Transactional
    public void verify(UUID id, @Nullable Boolean verified, String peopleSay, String reasons, Actor actor) {
        Remediation remediation = lock(id);
        Open open = work.begin(id, remediation.contract(), FollowUpStep.VERIFY_REMEDY, actor);
        Problems.refuse(verificationProblems(verified, peopleSay, reasons));
        Plan plan = remediation.approved().orElseThrow(() -> Refused.conflict("There is no approved plan."));
        Verification verification = new Verification(
                UUID.randomUUID(),
                plan.verifications().size() + 1,
                Objects.requireNonNull(verified),
                peopleSay,
                reasons,
                actor.username(),
                open.now());
        remediations.add(plan, verification);
        if (verification.verified()) {
            remediations.close(id, open.now());
        }
        work.finish(
                open,
                verification.verified() ? "remedy-verified" : "remedy-not-verified",
                remediation.facts().and("peopleSay", peopleSay).and("reasons", reasons),
                Map.of("confirmed", String.valueOf(verification.verified())));
        if (!verification.verified()) {
            plan.measures().forEach(measure -> notices.owns(remediation, measure));
            notices.waits(remediation, FollowUpStep.CARRY_OUT_REMEDY);
        }
    }

    private Remediation lock(UUID id) {
        contracts.lock(remediations.get(id).contract());
        return remediations.get(id);
    }
}
