package org.contractethics.review.web;

import java.util.List;

/**
 * The panel of a review as it is read.
 *
 * @param sitting who sits on it now
 * @param alternates who has not come in, in the order in which they would
 * @param changes what changed since the drawing, in words
 * @param mayFill whether this viewer may fill seats
 */
public record PanelView(
        List<SeatRow> sitting,
        List<SeatRow> alternates,
        List<String> changes,
        List<DrawView> draws,
        boolean open,
        boolean mayFill) {

    /** Somebody on the panel, or in waiting. */
    public record SeatRow(String name, String role, String how) {}

    /**
     * One drawing with all it takes to repeat it.
     *
     * @param excluded name and reason
     */
    public record DrawView(
            int number,
            String drawnAt,
            long recordSize,
            String recordRoot,
            String seed,
            List<UrnView> urns,
            List<SeatRow> excluded,
            List<String> missing) {}

    /** One urn: tickets in the order of the lots. */
    public record UrnView(String seat, List<TicketRow> tickets) {}

    /** @param fate what became of the ticket: Member, Alternate, or nothing */
    public record TicketRow(String person, String name, String role, String lot, String fate) {}
}
