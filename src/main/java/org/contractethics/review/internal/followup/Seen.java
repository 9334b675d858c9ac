package org.contractethics.review.internal.followup;

import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Nobody rules on what they have not read: another plan, proposal or report came in its place meanwhile. */
final class Seen {

    private Seen() {}

    /**
     * @param seen number of what the page showed
     * @param waiting number of what waits now
     */
    static void demand(@Nullable Integer seen, int waiting) {
        if (seen == null || seen != waiting) {
            throw Refused.conflict("Number " + waiting
                    + " waits for a ruling now, and you ruled on another one. Read it, then rule on it.");
        }
    }
}
