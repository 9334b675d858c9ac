package org.contractethics.review.web;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.StatingInForce;
import org.contractethics.review.internal.followup.StatingInForce.Claim;
import org.contractethics.review.web.FollowUpFrame.Content;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stating that a contract was in force before its review. */
@Controller
@RequestMapping("/contracts/{contractId}/in-force")
class InForcePages {

    private final StatingInForce stating;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;

    InForcePages(StatingInForce stating, FollowUpFrame frame, ContractRegister contracts) {
        this.stating = stating;
        this.frame = frame;
        this.contracts = contracts;
    }

    @GetMapping
    ModelAndView form(@PathVariable ContractId contractId, Actor actor) {
        Contract contract = admitted(contractId, actor);
        FormValues known =
                FormValues.none().with("since", stating.published(contractId).orElse(null));
        return page(contract, new Typed(known, List.of()), actor);
    }

    @PostMapping
    Object state(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = admitted(contractId, actor);
        FormValues values = new FormValues(sent);
        Claim claim = new Claim(values.date("since"), values.text("source"));
        List<FormProblem> problems = stating.problems(claim);
        if (!problems.isEmpty()) {
            return page(contract, new Typed(values, problems), actor);
        }
        stating.state(contractId, claim, actor);
        next.addFlashAttribute(
                "message", "It is recorded. Services can be restricted, suspended and ended from now on.");
        return "redirect:/contracts/" + contractId;
    }

    private ModelAndView page(Contract contract, Typed typed, Actor actor) {
        Section section = Section.of(
                "In force already",
                "For a contract that was signed before anybody reviewed it. Its services can then be restricted, suspended and ended as those of any signed contract. It is no approval: the review goes on, and without an approval it counts as a contract in force without a valid decision. What is stated here cannot be taken back.",
                Field.date("since", "In force since", "The first day.", true),
                Field.area(
                        "source",
                        "What shows that",
                        "The signed copy among the documents, an award notice, an invoice. The record commits to it. Leave out what is private.",
                        true,
                        3));
        String path = "/contracts/" + contract.id() + "/in-force";
        Content content = new Content(
                "State that it is in force",
                contract.state().label(),
                List.of(),
                List.of(new ActForm(path, section, "State that it is in force")));
        return frame.page(contract.id(), content, null, typed, actor);
    }

    private Contract admitted(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        stating.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        return contract;
    }
}
