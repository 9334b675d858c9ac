package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.CallingIn;
import org.contractethics.review.internal.CallingIn.Call;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S1 where nobody submits: calling a contract in for review. */
@Controller
class CallInPages {

    private final CallingIn calling;
    private final FollowUpFrame frame;
    private final ContractRegister contracts;

    CallInPages(CallingIn calling, FollowUpFrame frame, ContractRegister contracts) {
        this.calling = calling;
        this.frame = frame;
        this.contracts = contracts;
    }

    @GetMapping("/contracts/{contractId}/call-in")
    ModelAndView form(@PathVariable ContractId contractId, Actor actor) {
        return page(admitted(contractId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/contracts/{contractId}/call-in")
    Object callIn(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Contract contract = admitted(contractId, actor);
        FormValues values = new FormValues(sent);
        Call call = new Call(values.text("reasons"), values.text("owner"));
        List<FormProblem> problems = calling.problems(contract, call, actor);
        if (!problems.isEmpty()) {
            return page(contract, new Typed(values, problems), actor);
        }
        calling.callIn(contractId, call, actor);
        next.addFlashAttribute(
                "message",
                "The review is open. The account owner is asked for the documents; legal confirms them when they are there.");
        return "redirect:/contracts/" + contractId;
    }

    private ModelAndView page(Contract contract, Typed typed, Actor actor) {
        List<Field> fields = new ArrayList<>();
        if (contract.submitter() == null) {
            fields.add(Field.select(
                    "owner",
                    "Account owner",
                    choices(contract, actor),
                    "Nobody owns this contract yet. They are asked for its documents, and stay excluded from its review.",
                    true));
        }
        fields.add(Field.area(
                "reasons",
                "Reasons",
                "Why it has to be reviewed although nobody submitted it. Kept for ever; the record commits to them. Leave out what is"
                        + " private.",
                true,
                5));
        Section section = Section.of(
                "Why it is called in",
                "The review goes its whole way. What the account owner would have said is shown as missing until they say it.",
                fields.toArray(Field[]::new));
        String path = "/contracts/" + contract.id() + "/call-in";
        Content content = new Content(
                "Call in for review",
                contract.state().label(),
                List.of(),
                List.of(new ActForm(path, section, "Call in for review")));
        return frame.page(contract.id(), content, null, typed, actor);
    }

    private Map<String, String> choices(Contract contract, Actor actor) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Choose somebody in sales");
        calling.owners(contract, actor).forEach(person -> choices.put(person.username(), person.displayName()));
        return choices;
    }

    private Contract admitted(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        calling.refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        return contract;
    }
}
