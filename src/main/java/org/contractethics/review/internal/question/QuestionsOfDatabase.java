package org.contractethics.review.internal.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.Questions;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the processes ask and tell of questions. */
@Component
class QuestionsOfDatabase implements Questions {

    private final StageQuestions questions;
    private final ReviewCases reviews;
    private final QuestionNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuestionsOfDatabase(
            StageQuestions questions,
            ReviewCases reviews,
            QuestionNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.questions = questions;
        this.reviews = reviews;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> objections(UUID question, Actor actor) {
        boolean owner = questions
                .find(question)
                .map(found -> reviews.get(found.review()))
                .filter(review -> review.owner().equals(actor.username()))
                .isPresent();
        return owner ? List.of() : List.of("Only the account owner answers this question.");
    }

    @Override
    public boolean isClosed(UUID question) {
        return questions.find(question).filter(StageQuestion::open).isEmpty();
    }

    @Override
    @Transactional
    public void remind(UUID id, Instant dueAt) {
        questions
                .find(id)
                .filter(StageQuestion::open)
                .ifPresent(question -> notices.dueSoon(question, reviews.get(question.review())));
    }

    @Override
    @Transactional
    public void escalate(UUID id, Instant dueAt) {
        questions.find(id).filter(StageQuestion::open).ifPresent(question -> {
            ReviewCase review = reviews.get(question.review());
            events.publishEvent(Facts.of("reviewId", review.id())
                    .and("questionId", id)
                    .and("stage", question.stage().name())
                    .and("dueAt", dueAt)
                    .recorded("question-overdue", review.contract(), Actor.SYSTEM.username(), clock.instant()));
            notices.overdue(question, review);
        });
    }
}
