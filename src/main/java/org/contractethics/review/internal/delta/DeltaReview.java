package org.contractethics.review.internal.delta;

import java.time.Instant;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A review that a change after an approval opened.
 *
 * @param afterDecision the approval that lapsed; items are carried over from its pass and no other
 * @param whole why nothing is carried over; null where that is not found
 */
public record DeltaReview(
        ReviewId review,
        ReviewId afterReview,
        int afterPass,
        DecisionId afterDecision,
        Instant openedAt,
        @Nullable Whole whole) {

    /** @param fromPass the first pass in which nothing is carried over */
    public record Whole(int fromPass, String reason) {}

    /** Whether nothing is carried over in this pass: each pass after a return is a whole review. */
    public boolean wholeIn(int pass) {
        return pass > 1 || (whole != null && whole.fromPass() <= pass);
    }
}
