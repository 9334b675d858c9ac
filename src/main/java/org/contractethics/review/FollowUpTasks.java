package org.contractethics.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the follow-up needs to know of its processes: which task is open and who holds it. Implemented by {@code workflow}. */
public interface FollowUpTasks {

    /** The open task of the condition, suspension review or re-review with this id; there is never more than one. */
    Optional<FollowUpTask> open(UUID subject);

    /**
     * @param id with which the task is claimed
     * @param assignee account name of whoever holds it; null while unclaimed
     * @param dueAt when it becomes overdue; overdue tasks escalate and never complete by themselves (H9)
     */
    record FollowUpTask(
            String id, FollowUpStep step, @Nullable String assignee, Instant createdAt, @Nullable Instant dueAt) {}
}
