package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.internal.followup.CarryingOutRemedy;
import org.contractethics.review.internal.followup.OpeningRemediation;
import org.contractethics.review.internal.followup.OpeningRemediation.Draft;
import org.contractethics.review.internal.followup.PlanningRemedy;
import org.contractethics.review.internal.followup.Remediation;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S14: opening the remediation of a harm, planning it, carrying it out and verifying it. */
@Controller
class RemediationPages {

    private final OpeningRemediation opening;
    private final PlanningRemedy planning;
    private final CarryingOutRemedy carryingOut;
    private final ReadableRemediations remediations;
    private final RemediationView views;
    private final RemediationForms forms;
    private final ContractRegister contracts;

    RemediationPages(
            OpeningRemediation opening,
            PlanningRemedy planning,
            CarryingOutRemedy carryingOut,
            ReadableRemediations remediations,
            RemediationView views,
            RemediationForms forms,
            ContractRegister contracts) {
        this.opening = opening;
        this.planning = planning;
        this.carryingOut = carryingOut;
        this.remediations = remediations;
        this.views = views;
        this.forms = forms;
        this.contracts = contracts;
    }

    @GetMapping("/contracts/{contractId}/remediation")
    ModelAndView form(@PathVariable ContractId contractId, Actor actor) {
        admit(contractId, actor);
        return views.opening(contracts.get(contractId), Typed.nothing(), actor);
    }

    @PostMapping("/contracts/{contractId}/remediation")
    Object open(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        admit(contractId, actor);
        FormValues values = new FormValues(sent);
        Draft draft = new Draft(
                values.text("cause"),
                values.text("concern"),
                values.constant("involvement", Involvement.class),
                values.text("harm"));
        List<FormProblem> problems = opening.problems(contractId, draft, actor);
        if (!problems.isEmpty()) {
            return views.opening(contracts.get(contractId), new Typed(values, problems), actor);
        }
        UUID opened = opening.open(contractId, draft, actor);
        next.addFlashAttribute(
                "message", "The remediation has begun. The people harmed are heard, then it is planned.");
        return "redirect:/remediations/" + opened;
    }

    @GetMapping("/remediations/{remediationId}")
    ModelAndView show(@PathVariable UUID remediationId, Actor actor) {
        return views.page(remediations.get(remediationId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/remediations/{remediationId}/plan")
    Object plan(
            @PathVariable UUID remediationId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Remediation remediation = remediations.get(remediationId, actor);
        FormValues values = new FormValues(sent);
        PlanningRemedy.Draft draft = forms.plan(values);
        List<FormProblem> problems = planning.problems(remediation, draft);
        if (!problems.isEmpty()) {
            return views.page(remediation, new Typed(values, problems), actor);
        }
        planning.plan(remediationId, draft, actor);
        return done(next, remediationId, "Your plan is recorded. Somebody else approves it.");
    }

    @PostMapping("/remediations/{remediationId}/plan-ruling")
    Object rule(
            @PathVariable UUID remediationId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Remediation remediation = remediations.get(remediationId, actor);
        FormValues values = new FormValues(sent);
        Boolean approved = values.flag("accepted");
        List<FormProblem> problems = planning.rulingProblems(remediation, approved, values.text("ruling-reasons"));
        if (!problems.isEmpty()) {
            return views.page(remediation, new Typed(values, problems), actor);
        }
        try {
            planning.rule(
                    remediationId, values.number(FollowUpFrame.SEEN), approved, values.text("ruling-reasons"), actor);
        } catch (Refused refused) {
            return views.page(
                    remediations.get(remediationId, actor),
                    Typed.late(values, refused, "/remediations/" + remediationId + "/plan-ruling"),
                    actor);
        }
        return done(
                next,
                remediationId,
                Boolean.TRUE.equals(approved) ? "The plan is approved." : "The plan was sent back.");
    }

    @PostMapping("/remediations/{remediationId}/measures/{measureId}/report")
    Object report(
            @PathVariable UUID remediationId,
            @PathVariable UUID measureId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Remediation remediation = remediations.get(remediationId, actor);
        FormValues values = new FormValues(sent);
        String field = RemediationForms.account(measureId);
        List<FormProblem> problems = carryingOut.reportProblems(values.text(field), field);
        if (!problems.isEmpty()) {
            return views.page(remediation, new Typed(values, problems), actor);
        }
        carryingOut.report(remediationId, measureId, values.text(field), actor);
        return done(next, remediationId, "Your report is recorded and stands beside the measure.");
    }

    @PostMapping("/remediations/{remediationId}/done")
    Object carriedOut(
            @PathVariable UUID remediationId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Remediation remediation = remediations.get(remediationId, actor);
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = carryingOut.doneProblems(remediation, values.ticked("done"));
        if (!problems.isEmpty()) {
            return views.page(remediation, new Typed(values, problems), actor);
        }
        carryingOut.done(remediationId, values.ticked("done"), actor);
        return done(next, remediationId, "It is recorded. Somebody else verifies the remedy.");
    }

    @PostMapping("/remediations/{remediationId}/verification")
    Object verify(
            @PathVariable UUID remediationId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Remediation remediation = remediations.get(remediationId, actor);
        FormValues values = new FormValues(sent);
        Boolean verified = values.flag("verified");
        List<FormProblem> problems = carryingOut.verificationProblems(
                verified, values.text("people-say"), values.text("verification-reasons"));
        if (!problems.isEmpty()) {
            return views.page(remediation, new Typed(values, problems), actor);
        }
        carryingOut.verify(
                remediationId, verified, values.text("people-say"), values.text("verification-reasons"), actor);
        return done(
                next,
                remediationId,
                Boolean.TRUE.equals(verified) ? "The remedy is verified." : "The remedy is carried out further.");
    }

    private void admit(ContractId id, Actor actor) {
        contracts.get(id);
        opening.refusal(id, actor).ifPresent(refused -> {
            throw refused;
        });
    }

    private static String done(RedirectAttributes next, UUID remediation, String message) {
        next.addFlashAttribute("message", message);
        return "redirect:/remediations/" + remediation;
    }
}
