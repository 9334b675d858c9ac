package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a training of somebody.
 *
 * @param title which training
 * @param completedOn null where this takes back what was said of the same training before
 */
public record Training(
        UUID id, String person, String title, @Nullable LocalDate completedOn, String recordedBy, Instant recordedAt) {}
