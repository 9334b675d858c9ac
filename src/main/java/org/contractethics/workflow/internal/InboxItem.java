package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work, open or done, as the lists show it.
 *
 * @param taskId id of the user task in the engine
 * @param subject id of the review, the concern, the version of the policy, the condition, the suspension review, the
 *     re-review, the exit, the remediation or the second review of the audit sample
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
        @Nullable String completedBy,
        @Nullable Instant stoppedAt,
        int stoppedDays) {

    /** A task whose clock never stood still. */
    InboxItem(
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
        this(
                taskId,
                kind,
                subject,
                taskKey,
                label,
                roles,
                shared,
                contract,
                tier,
                createdAt,
                dueAt,
                assignee,
                completedAt,
                completedBy,
                null,
                0);
    }

    /** What a task is about. */
    public enum Subject {
        REVIEW,
        CONCERN,
        /** A proposed version of the policy. */
        POLICY,
        CONDITION,
        SUSPENSION,
        RE_REVIEW,
        /** A question of a stage, which the account owner answers. */
        QUESTION,
        EXIT,
        REMEDIATION,
        /** A decision of the audit sample. */
        SAMPLE_REVIEW;

        /** What of a signature it follows up; empty where it follows none. */
        Optional<FollowUp> followUp() {
            return switch (this) {
                case CONDITION -> Optional.of(FollowUp.CONDITION);
                case SUSPENSION -> Optional.of(FollowUp.SUSPENSION);
                case RE_REVIEW -> Optional.of(FollowUp.RE_REVIEW);
                case EXIT -> Optional.of(FollowUp.EXIT);
                case REMEDIATION -> Optional.of(FollowUp.REMEDIATION);
                case SAMPLE_REVIEW -> Optional.of(FollowUp.SAMPLE_REVIEW);
                case REVIEW, CONCERN, POLICY, QUESTION -> Optional.empty();
            };
        }
    }

    public boolean done() {
        return completedAt != null;
    }

    /** Whether its clock stands still, because a question to the account owner is open. */
    public boolean stopped() {
        return stoppedAt != null && !done();
    }

    /** Whether its time is over; never while its clock stands still. */
    public boolean overdue(Instant now) {
        return dueAt != null && !done() && !stopped() && dueAt.isBefore(now);
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
            case QUESTION -> "/questions/" + subject;
            case EXIT -> "/exits/" + subject;
            case REMEDIATION -> "/remediations/" + subject;
            case SAMPLE_REVIEW -> "/sample-reviews/" + subject;
        };
    }
}
