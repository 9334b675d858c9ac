package org.contractethics.concern.web;

import org.contractethics.concern.internal.meeting.Meetings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A meeting about a concern is asked for, offered, and what became of it noted. */
@Controller
@RequestMapping("/concerns/{id}/meetings")
class ConcernMeetingPages {

    private final Meetings meetings;
    private final HandlingPage page;

    ConcernMeetingPages(Meetings meetings, HandlingPage page) {
        this.meetings = meetings;
        this.page = page;
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable ConcernId id,
            @RequestParam(name = "meeting-words", defaultValue = "") String words,
            Actor filer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                filer,
                redirect,
                "You asked for a meeting. Whoever handles your concern is told when the day is over.",
                Typed.of("meeting-words", words),
                "meeting-words",
                () -> meetings.ask(id, words, filer));
    }

    @PostMapping("/offer")
    ModelAndView offer(
            @PathVariable ConcernId id,
            @RequestParam(name = "meeting-offer", defaultValue = "") String words,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "The meeting is offered. The filer reads it on their page.",
                Typed.of("meeting-offer", words),
                "meeting-offer",
                () -> meetings.offer(id, words, officer));
    }

    @PostMapping("/outcome")
    ModelAndView note(
            @PathVariable ConcernId id,
            @RequestParam(name = "meeting-became", defaultValue = "") String became,
            @RequestParam(name = "meeting-words", defaultValue = "") String words,
            Actor officer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                officer,
                redirect,
                "It is noted. The filer reads it on their page.",
                Typed.of("meeting-became", became).and("meeting-words", words),
                "meeting-became",
                () -> meetings.note(id, became, words, officer));
    }
}
