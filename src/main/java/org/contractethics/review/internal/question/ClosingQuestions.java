package org.contractethics.review.internal.question;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.Questions.QuestionClosed;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.review.Reviews.ApprovalLapsed;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.review.internal.question.StageQuestion.Closed;
import org.contractethics.review.internal.question.StageQuestion.How;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A question ends: answered, withdrawn by whoever works on the stage, or with the stage itself. */
@Service
public class ClosingQuestions {

    private final StageQuestions questions;
    private final ReviewCases reviews;
    private final Withdrawing withdrawing;
    private final QuestionNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClosingQuestions(
            StageQuestions questions,
            ReviewCases reviews,
            Withdrawing withdrawing,
            QuestionNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.questions = questions;
        this.reviews = reviews;
        this.withdrawing = withdrawing;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever may work on the stage takes the question back, and the panel chair where the answer is overdue. */
    @Transactional
    public void withdraw(UUID id, Actor actor) {
        StageQuestion question = get(id);
        ReviewCase review = withdrawing.demand(question, actor);
        close(question, review, actor.username(), How.WITHDRAWN, null, List.of());
        notices.withdrawn(question, review);
    }

    @EventListener
    void with(StageEnds ends) {
        end(ends.review(), ends.actor());
    }

    /** Before the process moves on, so that the clock of the task runs when the task ends. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void with(ApprovalLapsed lapsed) {
        end(lapsed.review(), Actor.SYSTEM.username());
    }

    /** An approval that is appealed leaves its gate, and what was asked there goes with it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void with(AppealFiled filed) {
        end(filed.review(), Actor.SYSTEM.username());
    }

    private void end(ReviewId review, String actor) {
        questions.open(review).ifPresent(open -> {
            ReviewCase found = reviews.get(review);
            close(open, found, actor, How.STAGE_DONE, null, List.of());
            notices.withdrawn(open, found);
        });
    }

    /** @param documents versions that the answer names */
    void close(
            StageQuestion question,
            ReviewCase review,
            String actor,
            How how,
            @Nullable String answer,
            List<String> documents) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!questions.close(question.id(), new Closed(actor, now, how, answer))) {
            throw Refused.conflict("This question was answered or withdrawn meanwhile. Nothing of yours was saved.");
        }
        boolean answered = how == How.ANSWERED;
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("questionId", question.id())
                .and("stage", question.stage().name())
                .and("withStage", how == How.STAGE_DONE)
                .and("documents", documents.isEmpty() ? null : documents)
                .recorded(answered ? "question-answered" : "question-withdrawn", review.contract(), actor, now));
        events.publishEvent(new QuestionClosed(question.id(), review.id(), question.stage(), actor, answered, now));
    }

    private StageQuestion get(UUID id) {
        return questions.find(id).orElseThrow(QuestionsSeen::missing);
    }
}
