package org.contractethics.review;

import java.util.Set;
import org.contractethics.shared.ReviewId;

/** Which stages a delta review has to do (H8), as the process asks. Not asked of a review that is none. */
public interface DeltaReviews {

    /**
     * Whether the stage need not be done: it is carried over, or the tier has no such stage. A stage that nobody settled yet is
     * due.
     */
    boolean notDue(ReviewId review, Stage stage);

    /** Whether something is still carried over by rule in the present pass; else the whole review begins. */
    boolean stillDelta(ReviewId review);

    /** The stages of the present pass that are carried over; empty in a whole review and in one that is no delta review. */
    Set<Stage> carriedOver(ReviewId review);
}
