package org.contractethics.review;

import org.contractethics.shared.ReviewId;

/** What was really done in a stage, asked before its task completes, so that no call of the engine stands for work nobody did. */
public interface FinishedStages {

    /** Whether the result of the stage was put down in the current transaction; one of an earlier pass does not count. */
    boolean isFinishedNow(ReviewId review, Stage stage);
}
