package org.contractethics.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/** Questions to the account owner while a stage is open, as the processes see them. The clock of the stage stands still meanwhile. */
public interface Questions {

    /** Why this person may not answer: only the account owner does. Empty means they may. */
    List<String> objections(UUID question, Actor actor);

    /** Whether it was answered, withdrawn, or ended with its stage: asked before its task completes. */
    boolean isClosed(UUID question);

    /** The answer will be due soon: told to the account owner. */
    void remind(UUID question, Instant dueAt);

    /** Notes that the answer is overdue: told to people, never decided (H9). */
    void escalate(UUID question, Instant dueAt);

    /**
     * A question was asked: its process starts, and the clock of the stage stops, in the same transaction.
     *
     * @param accountOwner who is asked
     * @param tier T1 to T4 as last confirmed; null before triage
     */
    record QuestionAsked(
            UUID question,
            ReviewId review,
            Stage stage,
            ContractId contract,
            String accountOwner,
            @Nullable String tier,
            Instant at) {}

    /**
     * A question is open no more: the process ends, and the clock runs again, in the same transaction.
     *
     * @param answered false where it was withdrawn, or its stage was done without the answer
     */
    record QuestionClosed(UUID question, ReviewId review, Stage stage, String actor, boolean answered, Instant at) {}
}
