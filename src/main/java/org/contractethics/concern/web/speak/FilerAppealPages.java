package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.appeal.Appealing;
import org.contractethics.concern.internal.appeal.AppealingWithCode;
import org.contractethics.concern.web.speak.FilerPages.Typed;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An anonymous filer appeals against the answer, on the page of their concern. */
@Controller
class FilerAppealPages {

    private final AppealingWithCode appealing;
    private final FilerPage page;
    private final VisitCookies visits;
    private final SpeakProblems problems;

    FilerAppealPages(AppealingWithCode appealing, FilerPage page, VisitCookies visits, SpeakProblems problems) {
        this.appealing = appealing;
        this.page = page;
        this.visits = visits;
        this.problems = problems;
    }

    @PostMapping("/speak/{language}/concern/appeal")
    ModelAndView appeal(Typed typed, @PathVariable String language, VisitCookies.Cookie cookie, Locale locale) {
        FilerSession session = visits.require(cookie).session();
        Optional<String> wrong = wrong(typed.appeal(), session);
        if (wrong.isPresent()) {
            return again(session, typed, wrong.get(), locale);
        }
        return page.sent(
                typed,
                () -> {
                    appealing.appeal(session, typed.appeal());
                    return SpeakRedirects.to(language, "/concern");
                },
                problem -> again(session, typed, problem, locale));
    }

    private ModelAndView again(FilerSession session, Typed typed, String wrong, Locale locale) {
        List<FormProblem> shown = List.of(problems.problem("appeal", wrong, locale));
        return page.of(session, typed, FilerPage.NO_FILES, shown, locale);
    }

    private static Optional<String> wrong(String text, FilerSession session) {
        if (PlainText.isBlank(text)) {
            return Optional.of("wrong.appeal");
        }
        if (text.length() > Appealing.LONGEST) {
            return Optional.of("wrong.appeal.long");
        }
        return session.hasCodeIn(text) ? Optional.of("wrong.message.code") : Optional.empty();
    }
}
