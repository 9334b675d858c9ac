package org.contractethics.concern.internal.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.PlainText;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer of the contract puts a question to the filer of a concern about it. It goes to those who handle the concern; the filer
 * reads it when they passed it on.
 */
@Service
public class AskingFilers {

    /** As long as a question, and the reason why it is not passed on, may be. */
    public static final int LONGEST = 4_000;

    private static final Logger log = LoggerFactory.getLogger(AskingFilers.class);

    private final HandledConcerns concerns;
    private final QuestionRows questions;
    private final Clock clock;

    AskingFilers(HandledConcerns concerns, QuestionRows questions, Clock clock) {
        this.concerns = concerns;
        this.questions = questions;
        this.clock = clock;
    }

    /** Refuses, in the words of the question itself, whoever may not put one about this concern now. */
    @Transactional
    public void demandMayAsk(ContractId contract, ConcernId id, Actor reviewer) {
        concerns.demandOpening(askable(contract, id, reviewer), reviewer);
    }

    @Transactional
    public void ask(ContractId contract, ConcernId id, String typed, Actor reviewer) {
        Concern concern = askable(contract, id, reviewer);
        String text = HandledConcerns.plain(typed);
        if (PlainText.isBlank(text) || text.length() > LONGEST) {
            throw Refused.invalid(
                    List.of(new FormProblem("question", "Write a question of at most 4,000 characters.")));
        }
        concerns.demandOpening(concern, reviewer);
        Instant now = clock.instant();
        concerns.announceBeforeActOn(concern);
        int number = questions.next(id);
        questions.add(
                id,
                number,
                reviewer.username(),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                concerns.sealForReviewers(id, QuestionRows.field(number, "text"), text));
        concerns.recordActOfReviewer("concern-question-asked", concern, reviewer.username(), now);
        concerns.tellHandlersOfMore(concern);
        log.info("question to a filer asked concern={}", id);
    }

    private Concern askable(ContractId contract, ConcernId id, Actor reviewer) {
        Concern concern = concerns.lockForReviewer(contract, id, reviewer);
        if (concerns.isWithdrawn(id)) {
            throw Refused.conflict("Its filer withdrew this concern. Nothing is to be asked about it any more.");
        }
        if (concerns.isFiler(concern, reviewer)) {
            throw Refused.conflict("You filed this concern. Add what is missing on its page.");
        }
        if (concerns.mayHandle(concern, reviewer)) {
            throw Refused.conflict("You handle this concern. Write to its filer on its page.");
        }
        if (!concern.open()) {
            throw Refused.conflict("This concern was answered already. Nothing is to be asked about it any more.");
        }
        return concern;
    }
}
