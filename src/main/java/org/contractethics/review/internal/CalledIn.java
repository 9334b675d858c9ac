package org.contractethics.review.internal;

import java.time.Instant;
import org.contractethics.shared.ReviewId;

/**
 * A review that nobody submitted.
 *
 * @param calledBy account name; {@code system} where a concern asked for the review
 */
public record CalledIn(ReviewId review, String calledBy, String reasons, Instant calledAt) {}
