package org.contractethics.review.internal;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against a rejection: the only way of leadership, and a named one (H6).
 *
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
        @Nullable Ruling ruling) {

    public record Ruling(StageForm.AppealResult result, String reasons, String decidedBy, Instant decidedAt) {}
}
