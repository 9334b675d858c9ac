package org.contractethics.review.internal.question;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A question of a stage to the account owner.
 *
 * @param pass of the review in which it was asked
 * @param closed null while it is open
 */
public record StageQuestion(
        UUID id,
        ReviewId review,
        Stage stage,
        int pass,
        String askedBy,
        Instant askedAt,
        String text,
        @Nullable Closed closed) {

    /** How a question ended. */
    public enum How {
        ANSWERED,
        WITHDRAWN,
        /** The stage was done without the answer. */
        STAGE_DONE
    }

    /** @param answer null where there is none */
    public record Closed(String by, Instant at, How how, @Nullable String answer) {}

    public boolean open() {
        return closed == null;
    }
}
