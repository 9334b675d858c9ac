package org.contractethics.workflow.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.contractethics.review.DeltaReviews;
import org.contractethics.shared.ReviewId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which way a delta review takes. Named in the conditions of {@code delta-review.bpmn}; each condition asks for the shorter way and
 * is answered by the review as it is at this moment, so that no process variable can shorten one (H8).
 */
@Component("deltaPath")
public class DeltaPath {

    private final ObjectProvider<DeltaReviews> reviews;

    DeltaPath(ObjectProvider<DeltaReviews> reviews) {
        this.reviews = reviews;
    }

    /** Whether the stage need not be done: it is carried over, or the tier has none. */
    public boolean notDue(DelegateExecution execution, String taskKey) {
        ReviewId review = ReviewId.valueOf(execution.getProcessBusinessKey());
        return reviews.getObject().notDue(review, ProcessNames.stage(taskKey));
    }

    /** Whether it is still a delta review after something was reopened; else the whole review begins with a new pass. */
    public boolean stillDelta(DelegateExecution execution) {
        return reviews.getObject().stillDelta(ReviewId.valueOf(execution.getProcessBusinessKey()));
    }

    /** Whether the triage leads on; else the whole review begins with a new pass. */
    public boolean goesOn(String triageResult) {
        return "ON".equals(triageResult);
    }
}
