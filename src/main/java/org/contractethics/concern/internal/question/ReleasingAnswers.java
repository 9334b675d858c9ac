package org.contractethics.concern.internal.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.QuestionNews;
import org.contractethics.concern.internal.question.QuestionRows.Row;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever handles a concern that is not open writes down what reviewers may know of an answer of its filer, who has to agree. It is never
 * the answer itself, nor a passage of it: how somebody writes can tell who they are. Of a letter every employee reads it, beside the
 * question.
 */
@Service
public class ReleasingAnswers {

    private static final Logger log = LoggerFactory.getLogger(ReleasingAnswers.class);

    private final HandledConcerns concerns;
    private final QuestionRows questions;
    private final ShowingWithLetters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleasingAnswers(
            HandledConcerns concerns,
            QuestionRows questions,
            ShowingWithLetters letters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.concerns = concerns;
        this.letters = letters;
        this.questions = questions;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void release(ConcernId id, int number, String typed, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        Row question = questions.find(id, number).filter(Row::isPassedOn).orElseThrow(HandledConcerns::unknown);
        demandReleasable(concern, question, officer);
        String text = HandledConcerns.plain(typed);
        if (PlainText.isBlank(text) || text.length() > FileConcern.MAX_TEXT) {
            throw wrong(number, "Write what reviewers may know, in at most 100,000 characters.");
        }
        if (!OwnWords.in(text, opened(concern, question, "answer", question.answer(), officer))) {
            throw wrong(
                    number, "Say it in your own words: how the filer wrote it could tell reviewers who the filer is.");
        }
        letters.demandNamesNobody(concern, "release-" + number, text);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        concerns.announceBeforeActOn(concern);
        questions.release(
                id,
                number,
                officer.username(),
                today,
                concerns.sealForReviewers(id, QuestionRows.field(number, "released"), text));
        letters.show(concern, number, opened(concern, question, "asked", question.asked(), officer), text, today);
        concerns.recordAct("concern-answer-released", concern, officer.username(), now);
        events.publishEvent(new QuestionNews(id, number));
        log.info("something of an answer released concern={}", id);
    }

    private void demandReleasable(Concern concern, Row question, Actor officer) {
        if (concerns.isWithdrawn(concern.id())) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing of it is released any more.");
        }
        if (!concern.mode().isForHandlersOnly()) {
            throw Refused.conflict("Reviewers of an open concern read the answer itself.");
        }
        if (question.answer() == null) {
            throw Refused.conflict("The filer has not answered this question.");
        }
        if (!question.mayShow()) {
            throw Refused.conflict("The filer did not agree that reviewers know anything of this answer.");
        }
        if (question.released() != null) {
            throw Refused.conflict("What reviewers may know of this answer is released already.");
        }
        if (question.asker().equals(officer.username())) {
            throw Refused.conflict("You asked this question as a reviewer. Somebody else decides what is released.");
        }
    }

    private String opened(Concern concern, Row question, String field, byte @Nullable [] sealed, Actor officer) {
        return sealed == null
                ? ""
                : concerns.reader(concern, officer).text(QuestionRows.field(question.number(), field), sealed);
    }

    private static Refused wrong(int number, String message) {
        return Refused.invalid(List.of(new FormProblem("release-" + number, message)));
    }
}
