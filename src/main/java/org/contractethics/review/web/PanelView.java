package org.contractethics.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panel of a review as it is read.
 *
 * @param sitting who sits on it now
 * @param alternates who has not come in, in the order in which they would
 * @param changes what changed since the drawing, in words
 * @param actingChairs who was drawn to chair it because conflicts bar its chairs, the first one first
 * @param actingChair who of them closes the vote now; null where nobody does, and once it is closed
 * @param noActingChair why none of them does, as a sentence; empty where one does, where none was drawn, and once the vote is closed
 * @param mayFill whether this viewer may fill seats
 * @param mayCall whether this viewer may call a meeting
 */
public record PanelView(
        List<SeatRow> sitting,
        List<SeatRow> alternates,
        List<String> changes,
        List<DrawView> draws,
        List<ChairView> actingChairs,
        @Nullable String actingChair,
        String noActingChair,
        boolean mayFill,
        boolean mayCall) {

    /** Somebody on the panel, or in waiting. */
    public record SeatRow(String name, String role, String how) {}

    /**
     * One drawing with all it takes to repeat it.
     *
     * @param nonce random number that the seed rests on; null in drawings of before there was one
     * @param excluded name and reason
     */
    public record DrawView(
            int number,
            String drawnAt,
            long recordSize,
            String recordRoot,
            @Nullable String nonce,
            String seed,
            List<UrnView> urns,
            List<SeatRow> excluded,
            List<String> missing) {}

    /**
     * A drawing of an acting chair with all it takes to repeat it.
     *
     * @param nonce random number that the seed rests on; null in drawings of before there was one
     * @param excluded members who could not be drawn, name and reason
     * @param chairs who held the role of the panel chair, with what bars each
     */
    public record ChairView(
            int number,
            String name,
            String drawnAt,
            long recordSize,
            String recordRoot,
            @Nullable String nonce,
            String seed,
            List<TicketRow> tickets,
            List<SeatRow> excluded,
            List<SeatRow> chairs) {}

    /** One urn: tickets in the order of the lots. */
    public record UrnView(String seat, List<TicketRow> tickets) {}

    /** @param fate what became of the ticket: Member, Alternate, Acting chair, or nothing */
    public record TicketRow(String person, String name, String role, String lot, String fate) {}
}
