package org.contractethics.review.internal;

import java.time.Instant;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A round of voting on what may be decided.
 *
 * @param spaces what may be decided before and after the residual severity is countersigned
 * @param panel whether the panel votes instead of the reviewers alone
 * @param carried the outcome carried; null while open or where none was
 */
public record VoteRound(
        ReviewId review,
        int round,
        int pass,
        Spaces spaces,
        boolean panel,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String carried) {

    /** What may be decided now. */
    public AllowedSpace space() {
        return spaces.inEffect();
    }

    public boolean open() {
        return closedAt == null;
    }
}
