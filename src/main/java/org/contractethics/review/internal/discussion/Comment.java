package org.contractethics.review.internal.discussion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ReviewId;

/**
 * Something said about a review; never changed and never taken back.
 *
 * @param mentions account names of those mentioned by them; whoever is mentioned by a role stands in the text only
 * @param urgent whether it is urgent for those mentioned
 */
public record Comment(
        UUID id, ReviewId review, String author, Instant saidAt, String text, List<String> mentions, boolean urgent) {}
