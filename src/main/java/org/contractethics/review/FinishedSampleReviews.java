package org.contractethics.review;

import java.util.UUID;

/** What was really said in the audit sample, asked before its task completes, as {@link FinishedStages} is of a stage. */
public interface FinishedSampleReviews {

    /** Whether the second result or the ruling that the step asks for was put down in the current transaction. */
    boolean isFinishedNow(UUID sampleReview, FollowUpStep step);
}
