package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A review as the database holds it.
 *
 * @param submitter who submitted it; a delta review has who owned the contract when it began
 * @param owners who ever owned the contract, the present account owner last
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
        List<String> owners,
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

    /** As a review begins: in its first pass, and not triaged. */
    static ReviewCase begun(
            Contract contract,
            String submitter,
            List<String> owners,
            List<String> accountTeam,
            Instant at,
            String documentSetHash,
            Intake intake) {
        return new ReviewCase(
                new ReviewId(UUID.randomUUID()),
                contract.id(),
                submitter,
                owners,
                accountTeam,
                at,
                1,
                documentSetHash,
                contract.version(),
                intake,
                null,
                null,
                null,
                null);
    }

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

    /** The account owner now: who is asked, told and reminded. */
    public String owner() {
        return owners.isEmpty() ? submitter : owners.get(owners.size() - 1);
    }

    /** Whether this person submitted the contract, owns or ever owned it, or is paid by it (H1): a hand-over sheds no conflict. */
    public boolean interested(String username) {
        return owned(username) || accountTeam.contains(username);
    }

    /** Whether this person submitted the contract, owns or ever owned it. */
    public boolean owned(String username) {
        return submitter.equals(username) || owners.contains(username);
    }

    /** Whether this person answers for the contract: its account owner, or somebody of the account team. */
    boolean answers(String username) {
        return owner().equals(username) || accountTeam.contains(username);
    }

    ReviewSummary summary() {
        return new ReviewSummary(
                id, contract, submitter, tier == null ? null : tier.name(), outcome, closed(), openedAt);
    }
}
