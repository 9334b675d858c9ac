package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A decision of T1 over which the lot of the audit sample is drawn, and its second review where the lot fell on it.
 *
 * @param decision the first result
 * @param lot null until it is drawn
 * @param result the second result; null until somebody else gave it
 * @param ruling null until a stricter second result was ruled on; where it is not stricter, there is none
 */
public record SampleReview(
        UUID id,
        ContractId contract,
        ReviewId review,
        DecisionId decision,
        Instant begunAt,
        @Nullable SampleLot lot,
        @Nullable Result result,
        @Nullable SampleRuling ruling) {

    /** Whether the lot fell on the decision. */
    public boolean drawn() {
        return lot != null && lot.drawn();
    }

    /** Whether the second reviewer works without knowing the first result: it is drawn, and no second result is given yet. */
    public boolean waits() {
        return drawn() && result == null;
    }

    /**
     * What the second reviewer found.
     *
     * @param rights codes of the rights touched
     * @param knewFirst whether they knew the first result nevertheless, as they say themselves
     * @param sameBasis whether documents and facts of the contract still were those of the first decision
     */
    public record Result(
            Tier tier,
            Outcome outcome,
            List<String> rights,
            String reasons,
            boolean knewFirst,
            boolean sameBasis,
            String by,
            Instant at) {

        public Result {
            rights = List.copyOf(rights);
        }
    }

    /**
     * What follows from a second result that is stricter.
     *
     * @param newReview the review that was opened with it; null where none was
     */
    public record SampleRuling(Choice choice, String reasons, @Nullable ReviewId newReview, String by, Instant at) {}

    /** What can follow. */
    public enum Choice {
        REOPEN("Open the review again"),
        UPHOLD("Uphold the first decision");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
