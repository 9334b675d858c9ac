package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.ImposingInterimMeasure;
import org.contractethics.review.internal.followup.ImposingInterimMeasure.Restriction;
import org.contractethics.review.internal.followup.Monitoring;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S11 and H17: limits of visibility, and restrictions at once. */
@Controller
@RequestMapping("/contracts/{contractId}")
class MonitoringPages {

    private final Monitoring monitoring;
    private final ImposingInterimMeasure imposing;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;

    MonitoringPages(
            Monitoring monitoring, ImposingInterimMeasure imposing, FollowUpFrame frame, ContractRegister contracts) {
        this.monitoring = monitoring;
        this.imposing = imposing;
        this.frame = frame;
        this.contracts = contracts;
    }

    @GetMapping("/visibility")
    ModelAndView limits(@PathVariable ContractId contractId, Actor actor) {
        demand(monitoring.mayState(contractId, actor));
        return limits(contractId, Typed.nothing(), actor);
    }

    @PostMapping("/visibility")
    Object state(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = monitoring.limitsProblems(values.text("statement"));
        if (!problems.isEmpty() && monitoring.mayState(contractId, actor)) {
            return limits(contractId, new Typed(values, problems), actor);
        }
        monitoring.state(contractId, values.text("statement"), actor);
        return done(next, contractId, "The statement is recorded. Earlier ones stay readable.");
    }

    @GetMapping("/interim-measure")
    ModelAndView restriction(@PathVariable ContractId contractId, Actor actor) {
        return restriction(admitted(contractId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/interim-measure")
    Object restrict(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = admitted(contractId, actor);
        FormValues values = new FormValues(sent);
        Restriction restriction =
                new Restriction(values.text("cause"), values.text("restriction"), values.text("reasons"));
        List<FormProblem> problems = imposing.problems(contractId, restriction);
        if (!problems.isEmpty()) {
            return restriction(contract, new Typed(values, problems), actor);
        }
        imposing.impose(contractId, restriction, actor);
        return done(
                next,
                contractId,
                "The services are restricted. This ends in " + imposing.days()
                        + " days unless the suspension decision confirms it.");
    }

    private ModelAndView limits(ContractId contract, Typed typed, Actor actor) {
        Section section = Section.of(
                "Limits of visibility",
                "Say what of the use of this contract nobody in the company can see, and why: a closed network, no logs, a reseller between us and the agency. A new statement replaces the one before, which stays readable.",
                Field.area("statement", "What cannot be seen", null, true, 6));
        return page(
                contract,
                "State the limits of visibility",
                "visibility",
                section,
                "Record the statement",
                typed,
                actor);
    }

    private ModelAndView restriction(Contract contract, Typed typed, Actor actor) {
        Section section = Section.of(
                "Restrict services at once",
                "For an emergency only. You decide it alone, so it ends by itself after " + imposing.days()
                        + " days unless the suspension decision, which opens with it, confirms it. For the same cause it cannot be repeated.",
                Field.select("cause", "What makes it an emergency", imposing.causes(contract.id()), null, true),
                Field.area("restriction", "What is restricted", "Which services, for whom.", true, 3),
                Field.area("reasons", "Reasons", "Why it cannot wait for two people.", true, 4));
        return page(
                contract.id(),
                "Restrict services at once",
                "interim-measure",
                section,
                "Restrict the services",
                typed,
                actor);
    }

    private ModelAndView page(
            ContractId contract, String title, String path, Section section, String button, Typed typed, Actor actor) {
        ActForm form = new ActForm("/contracts/" + contract + "/" + path, section, button);
        Content content = new Content(title, contracts.get(contract).state().label(), List.of(), List.of(form));
        return frame.page(contract, content, null, typed, actor);
    }

    private Contract admitted(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        imposing.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        return contract;
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw Refused.notAllowed(
                    "This is for people who watch signed contracts and have no part in the sale of this contract (H1).");
        }
    }

    private static String done(RedirectAttributes next, ContractId contract, String message) {
        next.addFlashAttribute("message", message);
        return "redirect:/contracts/" + contract;
    }
}
