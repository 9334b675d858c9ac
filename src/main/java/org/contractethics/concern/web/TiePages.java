package org.contractethics.concern.web;

import java.util.List;
import java.util.Map;
import org.contractethics.concern.internal.measure.TyingContracts;
import org.contractethics.concern.internal.measure.UndoingTies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tie of a concern to a contract: made and undone on the page of the concern, confirmed or refused by another person in the list. */
@Controller
@RequestMapping("/concerns/{id}/ties")
class TiePages {

    private final TyingContracts tying;
    private final UndoingTies undoing;
    private final HandlingPage page;
    private final ConcernListPage list;

    TiePages(TyingContracts tying, UndoingTies undoing, HandlingPage page, ConcernListPage list) {
        this.tying = tying;
        this.undoing = undoing;
        this.page = page;
        this.list = list;
    }

    @PostMapping
    ModelAndView tie(
            @PathVariable ConcernId id,
            @RequestParam(name = "tie-contract", defaultValue = "") String reference,
            @RequestParam(name = "tie-because", defaultValue = "") String because,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "The concern is about that contract, too, from now on. Whoever had a hand in the contract is kept from it.",
                Typed.of("tie-contract", reference).and("tie-because", because),
                "tie-because",
                () -> tying.tie(id, reference, because, officer));
    }

    @PostMapping("/{contract}/undo")
    ModelAndView undo(
            @PathVariable ConcernId id,
            @PathVariable ContractId contract,
            @RequestParam(name = "undo-because", defaultValue = "") String because,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "Where something was done about the contract, another person has to confirm it; else the concern is not about"
                        + " it any more.",
                Typed.of("undo-because-" + contract, because),
                "undo-because-" + contract,
                () -> undoing.undo(id, contract, because, officer));
    }

    @PostMapping("/{contract}/undo/take-back")
    ModelAndView takeBack(
            @PathVariable ConcernId id, @PathVariable ContractId contract, Actor officer, RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "You took it back. The concern stays tied to that contract.",
                Typed.NOTHING,
                "ties",
                () -> undoing.takeBack(id, contract, officer));
    }

    @PostMapping("/{contract}/undo/confirm")
    String confirm(
            @PathVariable ConcernId id, @PathVariable ContractId contract, Actor second, RedirectAttributes redirect) {
        undoing.confirm(id, contract, second);
        redirect.addFlashAttribute("message", "The concern is not about that contract any more.");
        return "redirect:/concerns";
    }

    @PostMapping("/{contract}/undo/refuse")
    ModelAndView refuse(
            @PathVariable ConcernId id,
            @PathVariable ContractId contract,
            @RequestParam(name = "refuse-because", defaultValue = "") String because,
            Actor second,
            RedirectAttributes redirect) {
        try {
            undoing.refuse(id, contract, because, second);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return again("refuse-because-" + id + "-" + contract, because, refused, second);
        }
        redirect.addFlashAttribute("message", "You refused it. The concern stays tied to that contract.");
        return new ModelAndView("redirect:/concerns");
    }

    private ModelAndView again(String field, String typed, Refused refused, Actor second) {
        List<FormProblem> problems = refused.reasons().stream()
                .map(reason -> new FormProblem(field, reason))
                .toList();
        ModelAndView again =
                list.first(second).addObject("problems", problems).addObject("typed", Map.of(field, typed));
        again.setStatus(HttpStatus.valueOf(refused.kind().status()));
        return again;
    }
}
