package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work, open or done, as the lists show it.
 *
 * @param taskId id of the user task in the engine
 * @param subject id of the review, the concern, the version of the policy, the condition, the suspension review, the
 *     re-review, the exit or the remediation
 * @param taskKey id of the task in the model, for example {@code legal-stop}
 * @param label what is to be done
 * @param roles who may take it on
 * @param shared whether all of them work on it at once, so that nobody claims it
 * @param contract the contract it is about; null where it is about none
 * @param tier T1 to T4; null before triage
 */
public record InboxItem(
        String taskId,
        Subject kind,
        UUID subject,
        String taskKey,
        String label,
        Set<Role> roles,
        boolean shared,
        @Nullable ContractLine contract,
        @Nullable String tier,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable String assignee,
        @Nullable Instant completedAt,
        @Nullable String completedBy) {

    /** What a task is about. */
    public enum Subject {
        REVIEW,
        CONCERN,
        /** A proposed version of the policy. */
        POLICY,
        CONDITION,
        SUSPENSION,
        RE_REVIEW,
        EXIT,
        REMEDIATION
    }

    public boolean done() {
        return completedAt != null;
    }

    /** Where the work is done. */
    public String link() {
        return switch (kind) {
            case REVIEW -> "/reviews/" + subject + "/stages/" + taskKey;
            case CONCERN -> "/concerns/" + subject;
            case POLICY -> "/rules/changes/" + subject;
            case CONDITION -> "/conditions/" + subject;
            case SUSPENSION -> "/suspensions/" + subject;
            case RE_REVIEW -> "/re-reviews/" + subject;
            case EXIT -> "/exits/" + subject;
            case REMEDIATION -> "/remediations/" + subject;
        };
    }
}
