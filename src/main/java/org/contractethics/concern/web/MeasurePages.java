package org.contractethics.concern.web;

import org.contractethics.concern.internal.measure.ActingByHand;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What those who handle a concern do about its contract. */
@Controller
class MeasurePages {

    private final ActingByHand acting;
    private final HandlingPage page;

    MeasurePages(ActingByHand acting, HandlingPage page) {
        this.acting = acting;
        this.page = page;
    }

    @PostMapping("/concerns/{id}/measures")
    ModelAndView take(
            @PathVariable ConcernId id,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(name = "measure-contract", defaultValue = "") String reference,
            @RequestParam(name = "measure-because", defaultValue = "") String because,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "It is done and stands on the page of the contract.",
                Typed.of("measure", measure).and("measure-contract", reference).and("measure-because", because),
                "measure-because",
                () -> acting.take(id, measure, reference, because, officer));
    }

    @PostMapping("/concerns/{id}/release")
    ModelAndView release(
            @PathVariable ConcernId id,
            @RequestParam(name = "release-because", defaultValue = "") String because,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "This concern holds the signature no longer.",
                Typed.of("release-because", because),
                "release-because",
                () -> acting.release(id, because, officer));
    }
}
