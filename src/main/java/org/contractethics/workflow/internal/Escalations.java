package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.contractethics.concern.Concerns;
import org.contractethics.review.Questions;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ReviewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a timer may do: tell people. No timer completes a task or decides anything (H9). Named in the models' expressions.
 *
 * <p>The neighbours are looked up late because the engine, which needs this bean, starts before they are complete.
 */
@Component("escalations")
public class Escalations {

    private final ObjectProvider<Reviews> reviews;
    private final ObjectProvider<Concerns> concerns;
    private final ObjectProvider<StageTasks> tasks;
    private final ObjectProvider<Questions> questions;
    private final InboxItems items;
    private final Clock clock;

    Escalations(
            ObjectProvider<Reviews> reviews,
            ObjectProvider<Concerns> concerns,
            ObjectProvider<StageTasks> tasks,
            ObjectProvider<Questions> questions,
            InboxItems items,
            Clock clock) {
        this.reviews = reviews;
        this.concerns = concerns;
        this.tasks = tasks;
        this.questions = questions;
        this.items = items;
        this.clock = clock;
    }

    /** A stage will be due soon; says nothing where it is due already, because then the escalation speaks. */
    public void stageSoon(DelegateExecution execution, String taskKey) {
        ReviewId review = ReviewId.valueOf(execution.getProcessBusinessKey());
        Stage stage = ProcessNames.stage(taskKey);
        tasks.getObject()
                .open(review, stage)
                .filter(task -> task.dueAt() != null && task.dueAt().isAfter(clock.instant()))
                .ifPresent(task -> reviews.getObject().remind(review, task));
    }

    /** Like {@link #stageSoon}, for the answer to a question. */
    public void answerSoon(DelegateExecution execution) {
        answerDue(execution)
                .filter(due -> due.isAfter(clock.instant()))
                .ifPresent(due -> questions.getObject().remind(subject(execution), due));
    }

    /** A question was not answered in time; it stays open, and so does the clock of its stage stand still. */
    public void answerOverdue(DelegateExecution execution) {
        answerDue(execution).ifPresent(due -> questions.getObject().escalate(subject(execution), due));
    }

    private Optional<Instant> answerDue(DelegateExecution execution) {
        return items.lockOpen(subject(execution), ProcessNames.ANSWER_QUESTION).map(InboxItem::dueAt);
    }

    private static UUID subject(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    /** A stage passed its due date; the task stays open. */
    public void stageOverdue(DelegateExecution execution, String taskKey) {
        ReviewId review = ReviewId.valueOf(execution.getProcessBusinessKey());
        Stage stage = ProcessNames.stage(taskKey);
        tasks.getObject().open(review, stage).map(StageTask::dueAt).ifPresent(dueAt -> reviews.getObject()
                .escalate(review, stage, dueAt));
    }

    /** A concern will be due soon; says nothing where it is due already, because then the escalation speaks. */
    public void concernSoon(DelegateExecution execution, String taskKey) {
        items.lockOpen(subject(execution), taskKey)
                .map(InboxItem::dueAt)
                .filter(due -> due.isAfter(clock.instant()))
                .ifPresent(due -> concerns.getObject().remind(ConcernId.valueOf(execution.getProcessBusinessKey())));
    }

    /** A concern was not acknowledged or not answered in time; the task stays open. */
    public void concernOverdue(DelegateExecution execution) {
        concerns.getObject().escalate(ConcernId.valueOf(execution.getProcessBusinessKey()));
    }

    /** Nobody appealed: the rejection, which people decided, stands. */
    public void appealPeriodOver(DelegateExecution execution) {
        reviews.getObject().appealPeriodOver(ReviewId.valueOf(execution.getProcessBusinessKey()));
    }
}
