package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.question.AnsweringWithCode;
import org.contractethics.concern.web.speak.FilerPages.Typed;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An anonymous filer answers a question of a reviewer, on the page of their concern. */
@Controller
class FilerAnswerPages {

    private final AnsweringWithCode answering;
    private final FilerPage page;
    private final VisitCookies visits;
    private final SpeakProblems problems;

    FilerAnswerPages(AnsweringWithCode answering, FilerPage page, VisitCookies visits, SpeakProblems problems) {
        this.answering = answering;
        this.page = page;
        this.visits = visits;
        this.problems = problems;
    }

    @PostMapping("/speak/{language}/concern/questions/{number}/answer")
    ModelAndView answer(
            Typed typed,
            @PathVariable String language,
            @PathVariable int number,
            VisitCookies.Cookie cookie,
            Locale locale) {
        FilerSession session = visits.require(cookie).session();
        Optional<String> wrong = wrong(typed.answer(), session);
        if (wrong.isPresent()) {
            return again(session, typed, number, wrong.get(), locale);
        }
        return page.sent(
                typed,
                () -> {
                    answering.answer(
                            session, number, typed.answer(), typed.show().equals("yes"));
                    return SpeakRedirects.to(language, "/concern");
                },
                problem -> again(session, typed, number, problem, locale));
    }

    private ModelAndView again(FilerSession session, Typed typed, int number, String wrong, Locale locale) {
        List<FormProblem> shown = List.of(problems.problem("answer-" + number, wrong, locale));
        return page.of(session, typed, FilerPage.NO_FILES, shown, locale).addObject("answering", number);
    }

    private static Optional<String> wrong(String answer, FilerSession session) {
        if (PlainText.isBlank(answer) || answer.length() > FileConcern.MAX_TEXT) {
            return Optional.of("wrong.question");
        }
        return session.hasCodeIn(answer) ? Optional.of("wrong.message.code") : Optional.empty();
    }
}
