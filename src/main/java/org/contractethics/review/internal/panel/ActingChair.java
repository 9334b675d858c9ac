package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.CitedRecord.Head;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * A member of the panel whom the lot made its acting chair, with everything it takes to draw again.
 *
 * @param number 1 for the first of a pass; later ones follow where the one before left the panel or is away
 * @param head the record when the random number of this drawing was drawn; of drawings without one, when the lots were drawn
 * @param nonce random number that the seed rests on; null in drawings of before there was one
 * @param urn the members who could be drawn, in the order of the lots
 * @param excluded members who could not, with the reason
 * @param chairs everybody who held the role of the panel chair, with what bars each of them
 */
public record ActingChair(
        ReviewId review,
        int pass,
        int number,
        String person,
        Head head,
        @Nullable String nonce,
        String seed,
        List<Ticket> urn,
        Map<String, String> excluded,
        Map<String, String> chairs,
        Instant drawnAt) {

    public ActingChair {
        urn = List.copyOf(urn);
    }
}
