package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A review as the database holds it.
 *
 * @param pass 1 at first; each return for clarification begins the next one
 * @param documentSetHash the documents this pass is about
 * @param tableTier what the tables gave; null before triage
 * @param tier what the officer confirmed; never below {@code tableTier}
 * @param outcome of the last decision, or {@code STOP}; null before
 */
public record ReviewCase(
        ReviewId id,
        ContractId contract,
        String submitter,
        List<String> accountTeam,
        Instant openedAt,
        int pass,
        String documentSetHash,
        int contractVersion,
        Intake intake,
        @Nullable Tier tableTier,
        @Nullable Tier tier,
        @Nullable String outcome,
        @Nullable Instant closedAt) {

    public boolean closed() {
        return closedAt != null;
    }

    /** The tier; asked only of stages that come after triage. */
    public Tier confirmedTier() {
        if (tier == null) {
            throw new IllegalStateException("review " + id + " has no tier yet");
        }
        return tier;
    }

    /** Whether this person submitted the contract or is paid by the contract (H1). */
    public boolean interested(String username) {
        return submitter.equals(username) || accountTeam.contains(username);
    }

    ReviewSummary summary() {
        return new ReviewSummary(
                id, contract, submitter, tier == null ? null : tier.name(), outcome, closed(), openedAt);
    }
}
