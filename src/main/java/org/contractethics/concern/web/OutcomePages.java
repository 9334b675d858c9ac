package org.contractethics.concern.web;

import org.contractethics.concern.internal.outcome.PublishingOutcomes;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of outcomes, and publishing into it. */
@Controller
class OutcomePages {

    private final PublishingOutcomes outcomes;
    private final HandlingPage page;

    OutcomePages(PublishingOutcomes outcomes, HandlingPage page) {
        this.outcomes = outcomes;
        this.page = page;
    }

    @GetMapping("/concern-outcomes")
    String register(Model model) {
        model.addAttribute("batches", outcomes.register());
        return "concern/outcomes";
    }

    @PostMapping("/concerns/{id}/outcome")
    ModelAndView publish(
            @PathVariable ConcernId id,
            @RequestParam(name = "outcome-result", defaultValue = "") String result,
            @RequestParam(name = "outcome-summary", defaultValue = "") String summary,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "The outcome is kept. Every employee reads it when the quarter is over and at least five are to be shown.",
                Typed.of("outcome-result", result).and("outcome-summary", summary),
                "outcome-summary",
                () -> outcomes.publish(id, result, summary, officer));
    }
}
