package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * S13: the question whether services are suspended, or go on again. The chair, or who acts in their
 * place, proposes; the board committee confirms.
 *
 * @param condition the blocking condition that led to it; null where a person opened it
 * @param proposals the oldest first
 */
public record SuspensionReview(
        UUID id,
        ContractId contract,
        Purpose purpose,
        @Nullable UUID condition,
        String reason,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Proposal> proposals) {

    public SuspensionReview {
        proposals = List.copyOf(proposals);
    }

    /** What is asked. */
    public enum Purpose {
        SUSPEND("Review of a suspension"),
        LIFT("Review of lifting the suspension");

        private final String title;

        Purpose(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param customerNotice what the customer is told; empty unless services are suspended
     * @param safety what is done for the safety of affected people; empty unless services are suspended
     * @param actsAs as what its author proposed it
     * @param ruling null until the board committee ruled on it
     */
    public record Proposal(
            UUID id,
            int number,
            SuspensionOutcome outcome,
            String reasons,
            String customerNotice,
            String safety,
            String proposedBy,
            Instant proposedAt,
            ActsAs actsAs,
            @Nullable Ruling ruling) {}

    /** @param confirmed whether the proposal came into force; else it went back to the chair */
    public record Ruling(boolean confirmed, String reasons, String by, Instant at) {}

    SuspensionReview with(List<Proposal> made) {
        return new SuspensionReview(id, contract, purpose, condition, reason, openedBy, openedAt, closedAt, made);
    }

    /** The proposal that waits for the board committee. */
    public Optional<Proposal> waiting() {
        return !open()
                ? Optional.empty()
                : proposals.stream()
                        .filter(proposal -> proposal.ruling() == null)
                        .findFirst();
    }

    /** The proposal that came into force. */
    public Optional<Proposal> decided() {
        return proposals.stream().filter(SuspensionReview::confirmed).findFirst();
    }

    private static boolean confirmed(Proposal proposal) {
        Ruling ruling = proposal.ruling();
        return ruling != null && ruling.confirmed();
    }

    public boolean open() {
        return closedAt == null;
    }

    /** Closed without a proposal in force: a review decided the same by its vote, and nobody is asked a second time. */
    public boolean endedByDecision() {
        return !open() && decided().isEmpty();
    }

    /** Where it stands, in words. */
    public String words() {
        if (endedByDecision()) {
            return "Ended by the decision of the review";
        }
        return decided()
                .map(proposal -> proposal.outcome().label())
                .orElse(waiting().isPresent() ? "Proposed, waits for confirmation" : "Open");
    }
}
