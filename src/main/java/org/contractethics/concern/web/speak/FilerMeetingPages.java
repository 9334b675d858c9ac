package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.meeting.Meetings;
import org.contractethics.concern.internal.meeting.MeetingsWithCode;
import org.contractethics.concern.web.speak.FilerPages.Typed;
import org.contractethics.shared.FormProblem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An anonymous filer asks for a meeting, on the page of their concern. */
@Controller
class FilerMeetingPages {

    private final MeetingsWithCode meetings;
    private final FilerPage page;
    private final VisitCookies visits;
    private final SpeakProblems problems;

    FilerMeetingPages(MeetingsWithCode meetings, FilerPage page, VisitCookies visits, SpeakProblems problems) {
        this.meetings = meetings;
        this.page = page;
        this.visits = visits;
        this.problems = problems;
    }

    @PostMapping("/speak/{language}/concern/meetings")
    ModelAndView ask(Typed typed, @PathVariable String language, VisitCookies.Cookie cookie, Locale locale) {
        FilerSession session = visits.require(cookie).session();
        Optional<String> wrong = wrong(typed.meeting(), session);
        if (wrong.isPresent()) {
            return again(session, typed, wrong.get(), locale);
        }
        return page.sent(
                typed,
                () -> {
                    meetings.ask(session, typed.meeting());
                    return SpeakRedirects.to(language, "/concern");
                },
                problem -> again(session, typed, problem, locale));
    }

    private ModelAndView again(FilerSession session, Typed typed, String wrong, Locale locale) {
        List<FormProblem> shown = List.of(problems.problem("meeting", wrong, locale));
        return page.of(session, typed, FilerPage.NO_FILES, shown, locale);
    }

    private static Optional<String> wrong(String words, FilerSession session) {
        if (words.length() > Meetings.LONGEST) {
            return Optional.of("wrong.meeting.long");
        }
        return session.hasCodeIn(words) ? Optional.of("wrong.message.code") : Optional.empty();
    }
}
