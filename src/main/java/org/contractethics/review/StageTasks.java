package org.contractethics.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/** What the review needs to know of the process: which tasks are open and who holds them. Implemented by {@code workflow}. */
public interface StageTasks {

    Optional<StageTask> open(ReviewId review, Stage stage);

    /** Like {@link #open}, and nobody else claims, returns or finishes the task before the transaction ends. */
    Optional<StageTask> hold(ReviewId review, Stage stage);

    List<StageTask> open(ReviewId review);

    /** Those that opened in this transaction. */
    List<StageTask> opened(ReviewId review);

    /** Whether the version of the procedure by which the review runs takes a decision that is changed on appeal. */
    boolean takesChanges(ReviewId review);

    /** Whether the version of the procedure by which the review runs ends where a delta review follows it. */
    boolean endsOnLapse(ReviewId review);

    /** Whether the version of the procedure by which the review runs begins anew where the document check is reopened. */
    boolean beginsAnew(ReviewId review);

    /** Whether the answer to an open question to the account owner is overdue. */
    boolean answerOverdue(UUID question);

    /**
     * @param assignee account name of whoever claimed it; null while unclaimed
     * @param dueAt when it becomes overdue; overdue tasks escalate and never complete by themselves (H9)
     * @param stoppedDays working days for which its clock stood still, because a question to the account owner was open
     * @param stopped whether its clock stands still now
     */
    record StageTask(
            Stage stage,
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant dueAt,
            int stoppedDays,
            boolean stopped) {

        /** A task whose clock never stood still. */
        public StageTask(Stage stage, @Nullable String assignee, Instant createdAt, @Nullable Instant dueAt) {
            this(stage, assignee, createdAt, dueAt, 0, false);
        }
    }
}
