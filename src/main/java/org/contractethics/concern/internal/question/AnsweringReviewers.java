package org.contractethics.concern.internal.question;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.FileConcern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.question.QuestionRows.Row;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filer answers a question of a reviewer. Of an open concern reviewers read it when its day is over, or when an officer acts on the
 * concern before; of any other nobody reads it but those who handle the concern.
 */
@Service
public class AnsweringReviewers {

    private final HandledConcerns concerns;
    private final QuestionRows questions;
    private final Clock clock;

    AnsweringReviewers(HandledConcerns concerns, QuestionRows questions, Clock clock) {
        this.concerns = concerns;
        this.questions = questions;
        this.clock = clock;
    }

    /** @param mayShow whether reviewers may know something of it; means nothing where they read it as it is */
    @Transactional
    public void answer(ConcernId id, int number, String typed, boolean mayShow, Actor filer) {
        Concern concern = concerns.lockForFiler(id, filer);
        if (concerns.isWithdrawn(id)) {
            throw Refused.conflict("This concern was withdrawn.");
        }
        answer(concern, number, typed, mayShow);
    }

    /** For a filer whose concern the caller has found and holds. Writes no log line and publishes no event: their time would be finer than a day. */
    @Transactional(propagation = Propagation.MANDATORY)
    void answer(Concern concern, int number, String typed, boolean mayShow) {
        ConcernId id = concern.id();
        Row question = questions.find(id, number).filter(Row::isPassedOn).orElseThrow(HandledConcerns::unknown);
        if (question.answer() != null) {
            throw Refused.conflict("You answered this question already. What you want to add, write as a message.");
        }
        String text = HandledConcerns.plain(typed);
        if (PlainText.isBlank(text) || text.length() > FileConcern.MAX_TEXT) {
            throw Refused.invalid(List.of(
                    new FormProblem("question-answer-" + number, "Write an answer of at most 100,000 characters.")));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        questions.answer(
                id,
                number,
                today,
                concerns.sealForReaders(concern, QuestionRows.field(number, "answer"), text),
                concern.mode().isForHandlersOnly() ? mayShow : null);
        concerns.tellWhenTheDayIsOver(id, HandledConcerns.APPEAL - number, today);
    }
}
