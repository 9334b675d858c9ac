package org.contractethics.concern.web.speak;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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

    FilerPage(
            ReadingForFilers reading,
            AppealingWithCode appeals,
            ReadingOpenings openings,
            WatchingWithCode watching,
            MeetingsWithCode meetings,
            AnsweringWithCode questions) {
        this.questions = questions;
        this.meetings = meetings;
        this.reading = reading;
        this.appeals = appeals;
        this.openings = openings;
        this.watching = watching;
    }

    /** Where the database takes nothing in, the page comes back with what was typed. */
    static ModelAndView unlessWithoutStorage(Supplier<ModelAndView> act, Supplier<ModelAndView> again) {
        try {
            return act.get();
        } catch (DataAccessException | TransactionException failure) {
            if (!StorageOutage.causes(failure)) {
                throw failure;
            }
            ModelAndView page = again.get();
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page;
        }
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
