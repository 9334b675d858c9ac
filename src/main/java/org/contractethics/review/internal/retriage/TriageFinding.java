package org.contractethics.review.internal.retriage;

import java.time.Instant;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who worked on a later stage found facts to be worse than the triage took. It never changes.
 *
 * @param onBehalfOf whose task it was, where a delegate worked on it; null where it was their own
 * @param source number in the list of sources of the review
 * @param tier what the tables give with these facts: higher than the review was triaged to
 */
public record TriageFinding(
        ReviewId review,
        int pass,
        Stage stage,
        String person,
        @Nullable String onBehalfOf,
        FoundFacts facts,
        int source,
        String why,
        Tier tier,
        Instant foundAt) {}
