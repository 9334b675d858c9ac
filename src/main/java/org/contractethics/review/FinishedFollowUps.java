package org.contractethics.review;

import java.util.UUID;

/** What was really done of what follows a signature, asked before its task completes, as {@link FinishedStages} is of a stage. */
public interface FinishedFollowUps {

    /**
     * Whether the plan, the report or the ruling that the step asks for was put down in the current transaction; of the remedy that is
     * carried out, whether every measure is reported on.
     *
     * @param subject id of the condition, the suspension review, the re-review, the exit or the remediation
     */
    boolean isFinishedNow(UUID subject, FollowUpStep step);
}
