package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import org.contractethics.concern.internal.FilingAnonymously.Filed;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.retaliation.AnswerWithCode.Wrong;
import org.contractethics.concern.internal.retaliation.WatchingWithCode;
import org.contractethics.concern.web.speak.FilerPages.Typed;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An anonymous filer answers whether anything happened to them because they filed, or leaves it. */
@Controller
class FilerCheckInPages {

    private final WatchingWithCode watching;
    private final FilerPage page;
    private final VisitCookies visits;
    private final SpeakProblems problems;

    FilerCheckInPages(WatchingWithCode watching, FilerPage page, VisitCookies visits, SpeakProblems problems) {
        this.watching = watching;
        this.page = page;
        this.visits = visits;
        this.problems = problems;
    }

    @PostMapping("/speak/{language}/concern/check-ins")
    ModelAndView answer(Typed typed, @PathVariable String language, VisitCookies.Cookie cookie, Locale locale) {
        FilerSession session = visits.require(cookie).session();
        List<FormProblem> wrong = watching.problems(session, typed.toAnswer()).stream()
                .map(one -> problems.problem(fieldOf(one), "wrong.watch." + one, locale))
                .toList();
        if (!wrong.isEmpty()) {
            return page.of(session, typed, FilerPage.NO_FILES, wrong, locale);
        }
        return page.sent(
                typed,
                () -> watching.answer(session, typed.toAnswer())
                        .map(ownCase -> code(ownCase, locale))
                        .orElseGet(() -> SpeakRedirects.to(language, "/concern")),
                problem -> page.of(
                        session,
                        typed,
                        FilerPage.NO_FILES,
                        List.of(problems.problem("account", problem, locale)),
                        locale));
    }

    private static ModelAndView code(Filed ownCase, Locale language) {
        return SpeakFilingPages.code(ownCase, language).addObject("ownCase", true);
    }

    private static String fieldOf(Wrong wrong) {
        return switch (wrong) {
            case HAPPENED -> "happened";
            case KIND -> "kind";
            case DAY -> "day";
            case ACCOUNT, LONG, CODE -> "account";
        };
    }
}
