package org.contractethics.review.internal;

import java.time.Instant;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A stage worked off: by whom, when, and with which form.
 *
 * @param onBehalfOf whose task it was, where a delegate did it; null otherwise
 */
public record StageResult(
        ReviewId review,
        int pass,
        Stage stage,
        String actor,
        @Nullable String onBehalfOf,
        Instant startedAt,
        @Nullable Instant dueAt,
        Instant completedAt,
        StageForm form) {}
