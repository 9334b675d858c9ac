package org.contractethics.review.internal.residual;

import java.time.Instant;
import org.contractethics.shared.ReviewId;

/**
 * What another human-rights reviewer said of the residual severity that a mitigation states. It is kept when a later change leaves it
 * behind.
 *
 * @param basis hash of the mitigation and the assessment it is about
 * @param agreed false where they refused
 */
public record ResidualCountersignature(
        ReviewId review, int pass, String basis, String person, boolean agreed, String reasons, Instant signedAt) {}
