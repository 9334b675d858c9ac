package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contractethics.access.ClientLimits;
import org.contractethics.access.ClientLimits.Act;
import org.contractethics.access.StorageOutage;
import org.contractethics.concern.internal.ReadingForFilers;
import org.contractethics.concern.internal.ReadingForFilers.View;
import org.contractethics.concern.internal.anonymous.FilerSession;
import org.contractethics.concern.internal.appeal.AppealingWithCode;
import org.contractethics.concern.internal.meeting.MeetingsWithCode;
import org.contractethics.concern.internal.opening.ReadingOpenings;
import org.contractethics.concern.internal.question.AnsweringWithCode;
import org.contractethics.concern.internal.retaliation.WatchingWithCode;
import org.contractethics.concern.web.SentFiles.Kept;
import org.contractethics.concern.web.speak.FilerPages.Typed;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.ModelAndView;

/** The page of a concern for its anonymous filer, put together again with what they typed where something of it is wrong. */
@Component
class FilerPage {

    static final Kept NO_FILES = Kept.NOTHING;

    private final ReadingForFilers reading;
    private final AppealingWithCode appeals;
    private final ReadingOpenings openings;
    private final WatchingWithCode watching;
    private final MeetingsWithCode meetings;
    private final AnsweringWithCode questions;
    private final ClientLimits limits;

    FilerPage(
            ReadingForFilers reading,
            AppealingWithCode appeals,
            ReadingOpenings openings,
            WatchingWithCode watching,
            MeetingsWithCode meetings,
            AnsweringWithCode questions,
            ClientLimits limits) {
        this.limits = limits;
        this.questions = questions;
        this.meetings = meetings;
        this.reading = reading;
        this.appeals = appeals;
        this.openings = openings;
        this.watching = watching;
    }

    /**
     * Sends what was typed; where that cannot be now, nothing of it is lost.
     *
     * @param again the page with what was typed and with this problem
     */
    ModelAndView sent(Typed typed, Supplier<ModelAndView> sending, Function<String, ModelAndView> again) {
        if (!limits.take(Act.SEND)) {
            return back(typed, "wrong.often", HttpStatus.TOO_MANY_REQUESTS, again);
        }
        try {
            return sending.get();
        } catch (Refused | DataAccessException | TransactionException failure) {
            if (!isForNow(failure)) {
                throw failure;
            }
            return back(typed, "wrong.unavailable", HttpStatus.SERVICE_UNAVAILABLE, again);
        }
    }

    /** Whether the same works later: the database takes nothing in, or nothing can be sealed or opened at the moment. */
    static boolean isForNow(RuntimeException failure) {
        return failure instanceof Refused refused
                ? refused.kind() == Refused.Kind.UNAVAILABLE
                : StorageOutage.causes(failure);
    }

    /** While concerns are sealed their page cannot be shown either; then what was typed stands alone. */
    private static ModelAndView back(Typed typed, String why, HttpStatus status, Function<String, ModelAndView> again) {
        ModelAndView page;
        try {
            page = again.apply(why);
        } catch (Refused refused) {
            if (!isForNow(refused)) {
                throw refused;
            }
            page = new ModelAndView("speak/problem")
                    .addObject("words", String.valueOf(HttpStatus.SERVICE_UNAVAILABLE.value()))
                    .addObject("because", "problem.unavailable")
                    .addObject("unkept", typed.texts());
        }
        page.setStatus(status);
        return page;
    }

    ModelAndView of(FilerSession session, Typed typed, Kept kept, List<FormProblem> wrong, Locale language) {
        View view = reading.view(session);
        ModelAndView page = new ModelAndView("speak/concern")
                .addObject("view", FilerView.of(view, session, language))
                .addObject("appeal", AppealView.of(appeals.of(session), language))
                .addObject(
                        "openings",
                        openings.of(session).stream()
                                .map(opening -> OpeningView.of(opening, view.files(), language))
                                .toList())
                .addObject("meetings", MeetingView.of(meetings.of(session), language))
                .addObject(
                        "questions",
                        questions.of(session).stream()
                                .map(asked -> QuestionView.of(asked, language))
                                .toList())
                .addObject("answering", 0)
                .addObject("watch", WatchView.of(watching.of(session), language))
                .addObject("typed", typed)
                .addObject("kept", kept.files())
                .addObject("problems", wrong);
        if (!wrong.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
