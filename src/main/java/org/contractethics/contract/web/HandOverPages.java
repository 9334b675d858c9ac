package org.contractethics.contract.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.owner.AccountOwner;
import org.contractethics.contract.internal.owner.HandOver;
import org.contractethics.contract.internal.owner.HandingOver;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing a contract over to another account owner, and who owned it so far. */
@Controller
class HandOverPages {

    private final HandingOver handingOver;
    private final ContractRegister register;
    private final PeopleDirectory people;

    HandOverPages(HandingOver handingOver, ContractRegister register, PeopleDirectory people) {
        this.handingOver = handingOver;
        this.register = register;
        this.people = people;
    }

    /**
     * The form as it was sent.
     *
     * @param seen the account owner whom the page showed
     */
    record HandOverForm(@Nullable String owner, @Nullable String reasons, @Nullable String seen) {

        static HandOverForm empty(Contract contract) {
            return new HandOverForm("", "", contract.submitter());
        }

        HandOver toHandOver() {
            return new HandOver(owner == null ? "" : owner, reasons == null ? "" : reasons);
        }
    }

    /** @param how how they came to own it, in words */
    record Line(String person, Instant since, String how, @Nullable String reasons) {}

    @GetMapping("/contracts/{contractId}/hand-over")
    ModelAndView page(@PathVariable ContractId contractId, Actor viewer) {
        Contract contract = register.get(contractId);
        return page(contract, HandOverForm.empty(contract), List.of(), HttpStatus.OK, viewer);
    }

    @PostMapping("/contracts/{contractId}/hand-over")
    ModelAndView handOver(
            @PathVariable ContractId contractId, HandOverForm form, Actor actor, RedirectAttributes next) {
        try {
            handingOver.handOver(contractId, form.seen() == null ? "" : form.seen(), form.toHandOver(), actor);
        } catch (Refused refused) {
            Contract contract = register.get(contractId);
            if (refused.kind() == Refused.Kind.NOT_ALLOWED || !handingOver.mayLook(contract, actor)) {
                throw refused;
            }
            return page(
                    contract,
                    form,
                    problems(refused),
                    HttpStatus.valueOf(refused.kind().status()),
                    actor);
        }
        next.addFlashAttribute(
                "message",
                people.displayName(form.toHandOver().owner())
                        + " is the account owner now. What waited for the account owner went with the contract.");
        return new ModelAndView("redirect:/contracts/" + contractId);
    }

    private static List<FormProblem> problems(Refused refused) {
        return refused.fields().isEmpty()
                ? refused.reasons().stream()
                        .map(reason -> new FormProblem("owner", reason))
                        .toList()
                : refused.fields();
    }

    private ModelAndView page(
            Contract contract, HandOverForm form, List<FormProblem> problems, HttpStatus status, Actor viewer) {
        ModelAndView page = new ModelAndView("contract/hand-over");
        page.setStatus(status);
        page.addObject("contract", contract);
        page.addObject("lines", lines(handingOver.history(contract, viewer)));
        page.addObject(
                "refusal",
                handingOver.refusal(contract, viewer).map(Refused::reasons).orElse(List.of()));
        page.addObject("choices", choices(contract, viewer));
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    private List<Line> lines(List<AccountOwner> owners) {
        return owners.stream().map(this::line).toList();
    }

    private Line line(AccountOwner owner) {
        return new Line(people.displayName(owner.person()), owner.since(), how(owner), owner.reasons());
    }

    private String how(AccountOwner owner) {
        if (owner.handedOverBy() == null || owner.ground() == null) {
            return "Registered the contract, took it or was given it";
        }
        return "Handed over by " + people.displayName(owner.handedOverBy())
                + owner.ground().because();
    }

    private Map<String, String> choices(Contract contract, Actor viewer) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Choose somebody in sales");
        handingOver.choices(contract, viewer).forEach(person -> choices.put(person.username(), person.displayName()));
        return choices;
    }
}
