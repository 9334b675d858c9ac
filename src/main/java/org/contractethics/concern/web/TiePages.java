package org.contractethics.concern.web;

import org.contractethics.concern.internal.measure.UndoingTies;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tie of a concern to a contract: undone on the page of the concern, confirmed by another person in the list. */
@Controller
@RequestMapping("/concerns/{id}/ties/{contract}")
class TiePages {

    private final UndoingTies undoing;
    private final HandlingPage page;

    TiePages(UndoingTies undoing, HandlingPage page) {
        this.undoing = undoing;
        this.page = page;
    }

    @PostMapping("/undo")
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

    @PostMapping("/undo/confirm")
    String confirm(
            @PathVariable ConcernId id, @PathVariable ContractId contract, Actor second, RedirectAttributes redirect) {
        undoing.confirm(id, contract, second);
        redirect.addFlashAttribute("message", "The concern is not about that contract any more.");
        return "redirect:/concerns";
    }
}
