package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import org.contractethics.access.ClientLimits;
import org.contractethics.access.ClientLimits.Act;
import org.contractethics.concern.internal.FilingAnonymously.Filed;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.retaliation.AnswerWithCode.Wrong;
import org.contractethics.concern.internal.retaliation.WatchingWithCode;
import org.contractethics.concern.web.speak.FilerPages.Typed;
import org.contractethics.shared.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An anonymous filer answers whether anything happened to them because they filed, or leaves it. */
@Controller
class FilerCheckInPages {

    private final WatchingWithCode watching;
    private final FilerPage page;
    private final VisitCookies visits;
    private final SpeakProblems problems;
    private final ClientLimits limits;

    FilerCheckInPages(
            WatchingWithCode watching,
            FilerPage page,
            VisitCookies visits,
            SpeakProblems problems,
            ClientLimits limits) {
        this.watching = watching;
        this.page = page;
        this.visits = visits;
        this.problems = problems;
        this.limits = limits;
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
        if (!limits.take(Act.SEND)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return FilerPage.unlessWithoutStorage(
                () -> watching.answer(session, typed.toAnswer())
                        .map(ownCase -> code(ownCase, locale))
                        .orElseGet(() -> SpeakRedirects.to(language, "/concern")),
                () -> page.of(
                        session,
                        typed,
                        FilerPage.NO_FILES,
                        List.of(problems.problem("account", "wrong.unavailable", locale)),
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
