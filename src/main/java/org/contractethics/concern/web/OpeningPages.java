package org.contractethics.concern.web;

import java.util.UUID;
import org.contractethics.concern.internal.opening.AskOpening;
import org.contractethics.concern.internal.opening.AskingForOpenings;
import org.contractethics.concern.internal.opening.GrantingOpenings;
import org.contractethics.concern.internal.opening.UsingOpenings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Openings: asked for, consented to or refused on the page of the concern, confirmed in the list, used by whoever asked. */
@Controller
@RequestMapping("/concerns/{id}/openings")
class OpeningPages {

    private final AskingForOpenings asking;
    private final GrantingOpenings granting;
    private final UsingOpenings using;
    private final HandlingPage page;

    OpeningPages(AskingForOpenings asking, GrantingOpenings granting, UsingOpenings using, HandlingPage page) {
        this.asking = asking;
        this.granting = granting;
        this.using = using;
        this.page = page;
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable ConcernId id,
            @RequestParam(name = "opening-what", defaultValue = "") String what,
            @RequestParam(name = "opening-ground", defaultValue = "") String ground,
            @RequestParam(name = "opening-reason", defaultValue = "") String reason,
            @RequestParam(name = "opening-basis", defaultValue = "") String basis,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "You asked. The filer reads it on their page now; nothing is shown before somebody else has said yes.",
                Typed.of("opening-what", what)
                        .and("opening-ground", ground)
                        .and("opening-reason", reason)
                        .and("opening-basis", basis),
                "opening-what",
                () -> asking.ask(id, new AskOpening(what, ground, reason, basis), officer));
    }

    @PostMapping("/{opening}/consent")
    ModelAndView consent(
            @PathVariable ConcernId id, @PathVariable UUID opening, Actor filer, RedirectAttributes redirect) {
        return page.after(
                id,
                filer,
                redirect,
                "You consented. It can be seen for seven days, today counted, by the person who asked. You can take it back"
                        + " here at any time.",
                Typed.NOTHING,
                "openings",
                () -> granting.consent(id, opening, filer));
    }

    @PostMapping("/{opening}/refusal")
    ModelAndView refuse(
            @PathVariable ConcernId id, @PathVariable UUID opening, Actor filer, RedirectAttributes redirect) {
        return page.after(
                id,
                filer,
                redirect,
                "You said no. It stays sealed.",
                Typed.NOTHING,
                "openings",
                () -> granting.refuse(id, opening, filer));
    }

    @PostMapping("/{opening}/confirm")
    String confirm(@PathVariable ConcernId id, @PathVariable UUID opening, Actor second, RedirectAttributes redirect) {
        granting.confirm(id, opening, second);
        redirect.addFlashAttribute(
                "message",
                "The legal basis is confirmed. Whoever asked can see it for seven days; the filer reads that.");
        return "redirect:/concerns";
    }

    /** By post: it is counted each time, and nothing that fetches pages ahead may do it. */
    @PostMapping("/{opening}/name")
    ModelAndView name(@PathVariable ConcernId id, @PathVariable UUID opening, Actor officer) {
        return new ModelAndView("concern/name")
                .addObject("shown", using.name(id, opening, officer))
                .addObject("concern", id);
    }

    @PostMapping("/{opening}/original")
    ResponseEntity<byte[]> original(@PathVariable ConcernId id, @PathVariable UUID opening, Actor officer) {
        return ConcernFiles.saved(using.original(id, opening, officer));
    }
}
