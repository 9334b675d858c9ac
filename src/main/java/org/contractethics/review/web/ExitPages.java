package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.ContractExit;
import org.contractethics.review.internal.followup.ContractExits;
import org.contractethics.review.internal.followup.EndingContract;
import org.contractethics.review.internal.followup.EndingContract.Account;
import org.contractethics.review.internal.followup.OpeningExit;
import org.contractethics.review.internal.followup.PlanningExit;
import org.contractethics.review.internal.followup.PlanningExit.Draft;
import org.contractethics.review.web.FollowUpFrame.Content;
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

/** S15: planning the exit of a contract, carrying it out and confirming its end. */
@Controller
class ExitPages {

    private final OpeningExit opening;
    private final PlanningExit planning;
    private final EndingContract ending;
    private final ContractExits exits;
    private final ExitView views;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;

    ExitPages(
            OpeningExit opening,
            PlanningExit planning,
            EndingContract ending,
            ContractExits exits,
            ExitView views,
            FollowUpFrame frame,
            ContractRegister contracts) {
        this.opening = opening;
        this.planning = planning;
        this.ending = ending;
        this.exits = exits;
        this.views = views;
        this.frame = frame;
        this.contracts = contracts;
    }

    @GetMapping("/contracts/{contractId}/exit")
    ModelAndView form(@PathVariable ContractId contractId, Actor actor) {
        return opening(admitted(contractId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/contracts/{contractId}/exit")
    Object open(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = admitted(contractId, actor);
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = opening.problems(values.text("reason"));
        if (!problems.isEmpty()) {
            return opening(contract, new Typed(values, problems), actor);
        }
        UUID opened = opening.open(contractId, values.text("reason"), actor);
        return done(next, opened, "The exit has begun. It is planned first; the board committee approves the plan.");
    }

    @GetMapping("/exits/{exitId}")
    ModelAndView show(@PathVariable UUID exitId, Actor actor) {
        return views.page(readable(exitId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/exits/{exitId}/plan")
    Object plan(
            @PathVariable UUID exitId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ContractExit exit = readable(exitId, actor);
        FormValues values = new FormValues(sent);
        Draft draft = ExitView.draft(values);
        List<FormProblem> problems = planning.problems(draft);
        if (!problems.isEmpty()) {
            return views.page(exit, new Typed(values, problems), actor);
        }
        planning.plan(exitId, draft, actor);
        return done(next, exitId, "Your plan is recorded. Nothing ends before the board committee approves it.");
    }

    @PostMapping("/exits/{exitId}/plan-ruling")
    Object ruleOnPlan(
            @PathVariable UUID exitId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ContractExit exit = readable(exitId, actor);
        FormValues values = new FormValues(sent);
        Boolean approved = values.flag("accepted");
        List<FormProblem> problems = planning.rulingProblems(approved, values.text("ruling-reasons"));
        if (!problems.isEmpty()) {
            return views.page(exit, new Typed(values, problems), actor);
        }
        try {
            planning.rule(exitId, values.number(FollowUpFrame.SEEN), approved, values.text("ruling-reasons"), actor);
        } catch (Refused refused) {
            return views.page(
                    readable(exitId, actor), Typed.late(values, refused, "/exits/" + exitId + "/plan-ruling"), actor);
        }
        return done(next, exitId, Boolean.TRUE.equals(approved) ? "The plan is approved." : "The plan was sent back.");
    }

    @PostMapping("/exits/{exitId}/report")
    Object report(
            @PathVariable UUID exitId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ContractExit exit = readable(exitId, actor);
        FormValues values = new FormValues(sent);
        Account account =
                new Account(values.date("services-ended-on"), values.text("data-proof"), values.text("people"));
        List<FormProblem> problems = ending.problems(account);
        if (!problems.isEmpty()) {
            return views.page(exit, new Typed(values, problems), actor);
        }
        ending.report(exitId, account, actor);
        return done(
                next, exitId, "Your report is recorded. The contract has ended when the board committee confirms it.");
    }

    @PostMapping("/exits/{exitId}/report-ruling")
    Object ruleOnReport(
            @PathVariable UUID exitId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ContractExit exit = readable(exitId, actor);
        FormValues values = new FormValues(sent);
        Boolean confirmed = values.flag("accepted");
        List<FormProblem> problems = ending.rulingProblems(confirmed, values.text("ruling-reasons"));
        if (!problems.isEmpty()) {
            return views.page(exit, new Typed(values, problems), actor);
        }
        try {
            ending.rule(exitId, values.number(FollowUpFrame.SEEN), confirmed, values.text("ruling-reasons"), actor);
        } catch (Refused refused) {
            return views.page(
                    readable(exitId, actor), Typed.late(values, refused, "/exits/" + exitId + "/report-ruling"), actor);
        }
        return done(
                next, exitId, Boolean.TRUE.equals(confirmed) ? "The contract has ended." : "The report was sent back.");
    }

    private ModelAndView opening(Contract contract, Typed typed, Actor actor) {
        Section section = Section.of(
                "Why it is ended",
                "The exit is planned first: what it does to people, their data, and who is heard. The board committee approves the plan.",
                Field.area("reason", "Reason", null, true, 5));
        ActForm form = new ActForm("/contracts/" + contract.id() + "/exit", section, "Begin the exit");
        Content content = new Content("Exit of the contract", contract.state().label(), List.of(), List.of(form));
        return frame.page(contract.id(), content, null, typed, actor);
    }

    private Contract admitted(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        opening.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        return contract;
    }

    private ContractExit readable(UUID id, Actor actor) {
        ContractExit exit = exits.get(id);
        if (!contracts.mayReadFacts(contracts.get(exit.contract()), actor)) {
            throw Refused.notFound("There is no such exit.");
        }
        return exit;
    }

    private static String done(RedirectAttributes next, UUID exit, String message) {
        next.addFlashAttribute("message", message);
        return "redirect:/exits/" + exit;
    }
}
