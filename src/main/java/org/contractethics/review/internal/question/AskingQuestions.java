package org.contractethics.review.internal.question;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.Questions.QuestionAsked;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.question.QuestionDocuments.Side;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever works on a stage asks the account owner, and the clock of the stage stands still until the answer. The answer has a due
 * date of its own, so that nobody stops a clock for ever; how long it stood still is shown and recorded.
 */
@Service
public class AskingQuestions {

    static final int LONGEST = 4_000;

    private final StageWork work;
    private final StageQuestions questions;
    private final QuestionDocuments documents;
    private final QuestionNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AskingQuestions(
            StageWork work,
            StageQuestions questions,
            QuestionDocuments documents,
            QuestionNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.work = work;
        this.questions = questions;
        this.documents = documents;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** What is wrong with a text; empty where nothing is. */
    static List<FormProblem> problems(String text, String field, String missing) {
        return new Problems()
                .text(text, field, missing)
                .when(text.length() > LONGEST, field, "Shorten this to at most 4,000 characters.")
                .list();
    }

    /** @param named versions of documents of the contract */
    public List<FormProblem> problems(ReviewCase review, String text, List<String> named, Actor actor) {
        Problems problems = new Problems();
        problems(text, "question", "Write what you ask the account owner.")
                .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        documents
                .problems(review.contract(), named, actor)
                .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        return problems.list();
    }

    /**
     * @param named versions of documents of the contract that it is about
     * @return id of the question
     */
    @Transactional
    public UUID ask(ReviewId id, Stage stage, String text, List<String> named, Actor actor) {
        if (stage.shared() || stage == Stage.CLARIFICATION) {
            throw Refused.invalid("No question is put from this stage. Ask before the vote, or return the review.");
        }
        Open open = work.begin(id, stage, actor);
        ReviewCase review = open.review();
        Problems.refuse(problems(review, text, named, actor));
        if (questions.open(id).isPresent()) {
            throw Refused.conflict("A question of this review is open already. Wait for its answer, or withdraw it.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StageQuestion question = new StageQuestion(
                UUID.randomUUID(), id, stage, review.pass(), actor.username(), now, text.strip(), null);
        questions.add(question);
        documents.keep(question.id(), Side.QUESTION, named);
        events.publishEvent(Facts.of("reviewId", id)
                .and("questionId", question.id())
                .and("stage", stage.name())
                .and("documents", named.isEmpty() ? null : named)
                .recorded("question-asked", review.contract(), actor.username(), now));
        events.publishEvent(new QuestionAsked(
                question.id(),
                id,
                stage,
                review.contract(),
                review.owner(),
                review.tier() == null ? null : review.tier().name(),
                now));
        notices.asked(question, review);
        return question.id();
    }
}
