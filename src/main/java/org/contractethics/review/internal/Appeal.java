package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against a decision: the only way of leadership, and a named one (H6).
 *
 * @param concern the concern about the contract that it is for; null where it is about none
 * @param ruling null until the board committee ruled
 */
public record Appeal(
        UUID id,
        ReviewId review,
        DecisionId decision,
        String filedBy,
        Role filedAs,
        String reasons,
        Instant filedAt,
        @Nullable ConcernId concern,
        @Nullable Ruling ruling) {

    /** What a decision can be changed to. */
    public static final Set<Outcome> OUTCOMES = Set.of(Outcome.APPROVE, Outcome.CONDITIONAL, Outcome.REJECT);

    /** @param outcome of the decision on the appeal; null unless the first one is changed */
    public record Ruling(
            StageForm.AppealResult result,
            @Nullable Outcome outcome,
            String reasons,
            String decidedBy,
            Instant decidedAt) {}

    /**
     * A named vote of a member of the board committee.
     *
     * @param outcome what the decision is to be changed to; null unless the vote is for a change
     */
    public record NamedVote(
            String voter, StageForm.AppealResult choice, @Nullable Outcome outcome, String reasons, Instant castAt) {

        /** For example {@code Change the decision to: Reject}. */
        public String label() {
            return outcome == null ? choice.label() : choice.label() + " to: " + outcome.label();
        }
    }
}
