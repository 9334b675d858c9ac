package org.contractethics.concern.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Answer;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The filer answers whether anything happened to them because they filed. */
@Controller
class CheckInPages {

    private final WatchingRetaliation watching;
    private final HandlingPage page;

    CheckInPages(WatchingRetaliation watching, HandlingPage page) {
        this.watching = watching;
        this.page = page;
    }

    @PostMapping("/concerns/{id}/check-ins")
    ModelAndView answer(
            @PathVariable ConcernId id,
            @RequestParam(name = "own-case", defaultValue = "") String form,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(name = "act-kind", defaultValue = "") String kind,
            @RequestParam(name = "act-on", defaultValue = "") String on,
            @RequestParam(name = "act-account", defaultValue = "") String account,
            Actor filer,
            RedirectAttributes redirect) {
        String ownCase = FormFields.randomId(form);
        Answer answer = new Answer(ConcernId.valueOf(ownCase), answered(happened), kind, day(on), account);
        return page.after(
                id,
                filer,
                redirect,
                "Your answer is kept. Whatever you told of has a case of its own, and the dates that run from it stand here.",
                Typed.of("happened", happened)
                        .and("own-case", ownCase)
                        .and("act-kind", kind)
                        .and("act-on", on)
                        .and("act-account", account),
                "happened",
                () -> {
                    var unused = watching.answer(id, answer, filer);
                });
    }

    private static @Nullable Boolean answered(String happened) {
        return switch (happened) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
