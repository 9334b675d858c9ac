package org.contractethics.workflow.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.contractethics.concern.Concerns;
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

    Escalations(ObjectProvider<Reviews> reviews, ObjectProvider<Concerns> concerns, ObjectProvider<StageTasks> tasks) {
        this.reviews = reviews;
        this.concerns = concerns;
        this.tasks = tasks;
    }

    /** A stage passed its due date; the task stays open. */
    public void stageOverdue(DelegateExecution execution, String taskKey) {
        ReviewId review = ReviewId.valueOf(execution.getProcessBusinessKey());
        Stage stage = ProcessNames.stage(taskKey);
        tasks.getObject().open(review, stage).map(StageTask::dueAt).ifPresent(dueAt -> reviews.getObject()
                .escalate(review, stage, dueAt));
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
