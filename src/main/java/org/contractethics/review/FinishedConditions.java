package org.contractethics.review;

import java.util.UUID;

/** What was really said of a condition, asked before its task completes, as {@link FinishedStages} is of a stage. */
public interface FinishedConditions {

    /** Whether the report or the ruling that the step asks for was put down in the current transaction. */
    boolean isFinishedNow(UUID condition, FollowUpStep step);
}
