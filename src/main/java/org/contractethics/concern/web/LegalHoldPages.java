package org.contractethics.concern.web;

import org.contractethics.concern.internal.retention.HoldingForLaw;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Legal holds: asked for on the page of the concern, confirmed and lifted by another person in the list. */
@Controller
class LegalHoldPages {

    private final HoldingForLaw holding;
    private final HandlingPage page;

    LegalHoldPages(HoldingForLaw holding, HandlingPage page) {
        this.holding = holding;
        this.page = page;
    }

    @PostMapping("/concerns/{id}/legal-hold")
    ModelAndView ask(
            @PathVariable ConcernId id,
            @RequestParam(name = "hold-reason", defaultValue = "") String reason,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "The concern is kept. Another person has to confirm it within 14 days.",
                Typed.of("hold-reason", reason),
                "hold-reason",
                () -> holding.ask(id, reason, officer));
    }

    @PostMapping("/concerns/{id}/legal-hold/confirm")
    String confirm(@PathVariable ConcernId id, Actor second, RedirectAttributes redirect) {
        holding.confirm(id, second);
        redirect.addFlashAttribute("message", "The legal hold is confirmed. It stands until somebody lifts it.");
        return "redirect:/concerns";
    }

    @PostMapping("/concerns/{id}/legal-hold/lift")
    String lift(@PathVariable ConcernId id, Actor other, RedirectAttributes redirect) {
        holding.lift(id, other);
        redirect.addFlashAttribute("message", "The legal hold is lifted. The concern is kept no longer than others.");
        return "redirect:/concerns";
    }
}
