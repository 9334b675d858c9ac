package org.contractethics.concern.internal.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.concern.internal.QuestionNews;
import org.contractethics.concern.internal.question.QuestionRows.Row;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever handles a concern passes a question of a reviewer on to the filer, or says why not: an answer could tell who the filer is, and
 * the reviewer cannot know that.
 */
@Service
public class PassingQuestionsOn {

    private static final Logger log = LoggerFactory.getLogger(PassingQuestionsOn.class);

    private final HandledConcerns concerns;
    private final QuestionRows questions;
    private final ShowingWithLetters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PassingQuestionsOn(
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

    /** @param typed how the filer is asked, where reviewers do not read what they write; of an open concern they are asked as it stands */
    @Transactional
    public void passOn(ConcernId id, int number, String typed, Actor officer) {
        Concern concern = undecided(id, number, officer);
        String wording = HandledConcerns.plain(typed);
        boolean worded = concern.mode().isForHandlersOnly();
        if (worded && (PlainText.isBlank(wording) || wording.length() > AskingFilers.LONGEST)) {
            throw Refused.invalid(List.of(new FormProblem(
                    "wording-" + number, "Write what the filer is asked, in at most 4,000 characters.")));
        }
        letters.demandNamesNobody(concern, "wording-" + number, wording);
        Instant now = clock.instant();
        concerns.announceBeforeActOn(concern);
        byte[] asked = worded ? concerns.seal(id, QuestionRows.field(number, "asked"), wording) : null;
        questions.passOn(id, number, officer.username(), day(now), asked);
        concerns.recordAct("concern-question-passed-on", concern, officer.username(), now);
        log.info("question to a filer passed on concern={}", id);
    }

    /** @param typed the reason, which reviewers of the contract read */
    @Transactional
    public void turnBack(ConcernId id, int number, String typed, Actor officer) {
        Concern concern = undecided(id, number, officer);
        String reason = HandledConcerns.plain(typed);
        if (PlainText.isBlank(reason) || reason.length() > AskingFilers.LONGEST) {
            throw Refused.invalid(List.of(new FormProblem(
                    "turn-back-" + number, "Say why it is not passed on, in at most 4,000 characters.")));
        }
        Instant now = clock.instant();
        concerns.announceBeforeActOn(concern);
        byte[] sealed = concerns.sealForReviewers(id, QuestionRows.field(number, "reason"), reason);
        questions.turnBack(id, number, officer.username(), day(now), sealed);
        concerns.recordAct("concern-question-turned-back", concern, officer.username(), now);
        events.publishEvent(new QuestionNews(id, number));
        log.info("question to a filer turned back concern={}", id);
    }

    private Concern undecided(ConcernId id, int number, Actor officer) {
        Concern concern = concerns.lockForHandler(id, officer);
        Row question = questions.find(id, number).orElseThrow(HandledConcerns::unknown);
        if (concerns.isWithdrawn(id) || !concern.open()) {
            throw Refused.conflict("Nothing is asked about this concern any more: it is closed.");
        }
        if (!concern.status().isInProgress()) {
            throw Refused.conflict("Acknowledge the concern first: its filer waits for that.");
        }
        if (question.passedOn() != null) {
            throw Refused.conflict("It was decided already what becomes of this question.");
        }
        if (question.asker().equals(officer.username())) {
            throw Refused.conflict(
                    "You asked this question as a reviewer. Somebody else decides whether it is passed on.");
        }
        return concern;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
