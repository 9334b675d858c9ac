package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.review.internal.panel.ActingChair;
import org.contractethics.review.internal.panel.PanelChange;
import org.contractethics.review.internal.panel.PanelDraw;
import org.contractethics.review.internal.panel.PanelMember;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.review.internal.panel.Seat;
import org.contractethics.review.internal.panel.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * The panel of one pass of a review as the API tells it, people by account name.
 *
 * @param sitting who sits on it now
 * @param drawn everybody on whom a lot fell, members before alternates, these in the order in which they come in
 * @param changes since it was drawn, in order
 * @param draws the first one first
 * @param actingChairs who was drawn to chair it because conflicts bar everybody who is a panel chair; the last one acts as long as they do
 */
@Schema(name = "Panel")
record PanelDocument(
        int pass,
        List<SeatDocument> sitting,
        List<MemberDocument> drawn,
        List<ChangeDocument> changes,
        List<DrawDocument> draws,
        List<ActingChairDocument> actingChairs) {

    /** @param seat LEGAL, OUTSIDE, HUMAN_RIGHTS or EMPLOYEE */
    @Schema(name = "PanelSeat")
    record SeatDocument(String person, String role, String seat) {}

    /**
     * @param standing MEMBER or ALTERNATE
     * @param draw number of the drawing
     * @param lot empty for who had voted before the case came before the panel and sits without one
     */
    @Schema(name = "PanelMember")
    record MemberDocument(String person, String role, String seat, String standing, int draw, String lot) {

        static MemberDocument of(PanelMember member) {
            return new MemberDocument(
                    member.person(),
                    member.role().name(),
                    member.seat().name(),
                    member.standing().name(),
                    member.number(),
                    member.kept() ? "" : member.lot());
        }
    }

    /**
     * @param out null where an alternate came in besides
     * @param in null where no alternate was left
     * @param reason RECUSED, ABSENT or QUORUM
     */
    @Schema(name = "PanelChange")
    record ChangeDocument(@Nullable String out, @Nullable String in, String reason, String by, Instant at) {

        static ChangeDocument of(PanelChange change) {
            return new ChangeDocument(change.out(), change.in(), change.reason().name(), change.by(), change.at());
        }
    }

    /**
     * @param recordSize entries of the record when the random number was drawn; without one, when the lots were
     * @param nonce random number that the seed rests on, committed to in the record before; null in drawings of before there was one
     * @param urns in the order in which seats are filled
     * @param excluded who held a role of the panel and was in no urn, with the reason
     * @param missing seats that nobody could be drawn for, in words
     */
    @Schema(name = "PanelDraw")
    record DrawDocument(
            int number,
            String tier,
            Instant drawnAt,
            long recordSize,
            String recordRoot,
            @Nullable String nonce,
            String seed,
            List<UrnDocument> urns,
            Map<String, String> excluded,
            List<String> missing) {

        static DrawDocument of(PanelDraw draw) {
            return new DrawDocument(
                    draw.number(),
                    draw.tier().name(),
                    draw.drawnAt(),
                    draw.head().size(),
                    draw.head().rootHash(),
                    draw.nonce(),
                    draw.seed(),
                    Arrays.stream(Seat.values())
                            .filter(draw.urns()::containsKey)
                            .map(seat -> UrnDocument.of(seat, draw.urns().getOrDefault(seat, List.of())))
                            .toList(),
                    new TreeMap<>(draw.excluded()),
                    draw.missing());
        }
    }

    /**
     * @param number 1 for the first of the pass; later ones follow where the one before left the panel or is away
     * @param recordSize entries of the record when the random number was drawn; without one, when the lots were
     * @param nonce random number that the seed rests on, committed to in the record before; null in drawings of before there was one
     * @param urn members who could be drawn, in the order of the lots
     * @param excluded members who could not, with the reason
     * @param chairs who held the role of the panel chair, with what bars each of them
     */
    @Schema(name = "ActingChair")
    record ActingChairDocument(
            int number,
            String person,
            Instant drawnAt,
            long recordSize,
            String recordRoot,
            @Nullable String nonce,
            String seed,
            List<TicketDocument> urn,
            Map<String, String> excluded,
            Map<String, String> chairs) {

        static ActingChairDocument of(ActingChair chair) {
            return new ActingChairDocument(
                    chair.number(),
                    chair.person(),
                    chair.drawnAt(),
                    chair.head().size(),
                    chair.head().rootHash(),
                    chair.nonce(),
                    chair.seed(),
                    chair.urn().stream().map(TicketDocument::of).toList(),
                    new TreeMap<>(chair.excluded()),
                    new TreeMap<>(chair.chairs()));
        }
    }

    /** One urn: tickets in the order of the lots. */
    @Schema(name = "PanelUrn")
    record UrnDocument(String seat, List<TicketDocument> tickets) {

        static UrnDocument of(Seat seat, List<Ticket> tickets) {
            return new UrnDocument(
                    seat.name(), tickets.stream().map(TicketDocument::of).toList());
        }
    }

    @Schema(name = "PanelTicket")
    record TicketDocument(String person, String role, String lot) {

        static TicketDocument of(Ticket ticket) {
            return new TicketDocument(ticket.person(), ticket.role().name(), ticket.lot());
        }
    }

    static PanelDocument of(
            int pass,
            List<Sitting> sitting,
            List<PanelMember> members,
            List<PanelChange> changes,
            List<PanelDraw> draws,
            List<ActingChair> actingChairs) {
        return new PanelDocument(
                pass,
                sitting.stream()
                        .map(seat -> new SeatDocument(
                                seat.person(), seat.role().name(), seat.seat().name()))
                        .toList(),
                members.stream().map(MemberDocument::of).toList(),
                changes.stream().map(ChangeDocument::of).toList(),
                draws.stream().map(DrawDocument::of).toList(),
                actingChairs.stream().map(ActingChairDocument::of).toList());
    }
}
