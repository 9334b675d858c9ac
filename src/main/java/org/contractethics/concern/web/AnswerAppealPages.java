package org.contractethics.concern.web;

import org.contractethics.concern.internal.appeal.Appealing;
import org.contractethics.concern.internal.appeal.RulingOnAppeals;
import org.contractethics.concern.internal.appeal.RulingOnAppeals.Draft;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Appealing against an answer, and ruling on the appeal. */
@Controller
class AnswerAppealPages {

    private final Appealing appealing;
    private final RulingOnAppeals ruling;
    private final HandlingPage page;

    AnswerAppealPages(Appealing appealing, RulingOnAppeals ruling, HandlingPage page) {
        this.appealing = appealing;
        this.ruling = ruling;
        this.page = page;
    }

    @PostMapping("/concerns/{id}/appeal")
    ModelAndView appeal(
            @PathVariable ConcernId id,
            @RequestParam(name = "appeal-text", defaultValue = "") String reasons,
            Actor filer,
            RedirectAttributes redirect) {
        return page.after(
                id,
                filer,
                redirect,
                "Your appeal is filed. It is decided by people who did not give the answer.",
                Typed.of("appeal-text", reasons),
                "appeal-text",
                () -> appealing.appeal(id, reasons, filer));
    }

    @PostMapping("/concerns/{id}/appeal-ruling")
    ModelAndView rule(
            @PathVariable ConcernId id,
            @RequestParam(name = "appeal-result", defaultValue = "") String result,
            @RequestParam(name = "appeal-reasons", defaultValue = "") String reasons,
            @RequestParam(name = "appeal-effect", defaultValue = "") String effect,
            Actor actor,
            RedirectAttributes redirect) {
        return page.after(
                id,
                actor,
                redirect,
                "The ruling is sent. The filer reads it with its reasons.",
                Typed.of("appeal-result", result).and("appeal-reasons", reasons).and("appeal-effect", effect),
                "appeal-reasons",
                () -> ruling.rule(id, new Draft(result, reasons, effect), actor));
    }
}
