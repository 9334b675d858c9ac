package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.CitedRecord.Head;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/**
 * One drawing of lots with everything it takes to repeat it.
 *
 * @param number 1 for the first of a pass; later ones fill seats for which no alternate was left
 * @param head the record when the random number of this drawing was drawn; of drawings without one, when the lots were drawn
 * @param nonce random number that the seed rests on; null in drawings of before there was one
 * @param urns who was in the urn of each seat, in the order of the lots
 * @param excluded who held a role of the panel and was not in the urn, with the reason
 * @param missing seats that nobody could be drawn for, in words
 */
public record PanelDraw(
        ReviewId review,
        int pass,
        int number,
        Tier tier,
        Head head,
        @Nullable String nonce,
        String seed,
        Map<Seat, List<Ticket>> urns,
        Map<String, String> excluded,
        List<String> missing,
        Instant drawnAt) {

    public PanelDraw {
        urns = Map.copyOf(urns);
        missing = List.copyOf(missing);
    }
}
