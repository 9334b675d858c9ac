package org.contractethics.review.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.panel.ActingChair;
import org.contractethics.review.internal.panel.ActingChairs;
import org.contractethics.review.internal.panel.ChairOfPanel;
import org.contractethics.review.internal.panel.ChairOfPanel.Acting;
import org.contractethics.review.internal.panel.PanelChange;
import org.contractethics.review.internal.panel.PanelDraw;
import org.contractethics.review.internal.panel.PanelMember;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.review.internal.panel.Seat;
import org.contractethics.review.internal.panel.Ticket;
import org.contractethics.review.web.PanelView.ChairView;
import org.contractethics.review.web.PanelView.DrawView;
import org.contractethics.review.web.PanelView.SeatRow;
import org.contractethics.review.web.PanelView.TicketRow;
import org.contractethics.review.web.PanelView.UrnView;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Shows who was drawn for the panel of a review, who came in since, and how anybody can draw again. */
@Component
class PanelViews {

    private final PanelSeats seats;
    private final VoteRounds rounds;
    private final PeopleDirectory people;
    private final ChairOfPanel chair;
    private final ActingChairs acting;

    PanelViews(PanelSeats seats, VoteRounds rounds, PeopleDirectory people, ChairOfPanel chair, ActingChairs acting) {
        this.seats = seats;
        this.rounds = rounds;
        this.people = people;
        this.chair = chair;
        this.acting = acting;
    }

    PanelView of(ReviewCase review, Actor viewer) {
        List<PanelMember> members = seats.members(review.id(), review.pass());
        List<PanelChange> changes = seats.changes(review.id(), review.pass());
        boolean open = !review.closed()
                && rounds.open(review.id()).filter(VoteRound::panel).isPresent();
        Acting actsNow = open ? chair.acting(review) : new Acting(null, "");
        String actingChair = actsNow.person();
        return new PanelView(
                seats.sitting(review.id(), review.pass()).stream()
                        .map(sitting -> row(sitting, members, changes))
                        .toList(),
                waiting(members, changes),
                changes.stream().map(this::inWords).toList(),
                seats.draws(review.id(), review.pass()).stream()
                        .map(draw -> draw(draw, members))
                        .toList(),
                acting.of(review.id(), review.pass()).stream().map(this::chair).toList(),
                actingChair == null ? null : name(actingChair),
                actsNow.whyNobody(),
                open && chair.offered(review, viewer),
                open && viewer.has(Role.PANEL_CHAIR));
    }

    private ChairView chair(ActingChair drawn) {
        return new ChairView(
                drawn.number(),
                name(drawn.person()),
                Times.words(drawn.drawnAt()),
                drawn.head().size(),
                drawn.head().rootHash(),
                drawn.nonce(),
                drawn.seed(),
                drawn.urn().stream()
                        .map(ticket -> new TicketRow(
                                ticket.person(),
                                name(ticket.person()),
                                ticket.role().label(),
                                ticket.lot(),
                                ticket.person().equals(drawn.person()) ? "Acting chair" : "Not drawn"))
                        .toList(),
                people(drawn.excluded()),
                people(drawn.chairs()));
    }

    private List<SeatRow> people(Map<String, String> reasons) {
        return reasons.entrySet().stream()
                .map(entry -> new SeatRow(name(entry.getKey()), "", entry.getValue()))
                .toList();
    }

    private SeatRow row(Sitting sitting, List<PanelMember> members, List<PanelChange> changes) {
        String how = changes.stream()
                .filter(change -> sitting.person().equals(change.in()))
                .map(change -> change.out() == null ? "Came in as alternate" : "Came in for " + name(change.out()))
                .findFirst()
                .orElseGet(() -> inUrn(sitting, members) ? "Drawn" : "Voted before the case came before the panel");
        return new SeatRow(name(sitting.person()), sitting.role().label(), how);
    }

    private boolean inUrn(Sitting sitting, List<PanelMember> members) {
        PanelMember member = members.stream()
                .filter(found -> found.person().equals(sitting.person()))
                .findFirst()
                .orElseThrow();
        return !member.kept();
    }

    private List<SeatRow> waiting(List<PanelMember> members, List<PanelChange> changes) {
        Set<String> used = new HashSet<>();
        changes.forEach(change -> {
            used.add(change.in() == null ? "" : change.in());
            used.add(change.out() == null ? "" : change.out());
        });
        return members.stream()
                .filter(member -> member.alternate() && !used.contains(member.person()))
                .map(member -> new SeatRow(
                        name(member.person()),
                        member.role().label(),
                        "For a seat of: " + member.seat().label()))
                .toList();
    }

    private String inWords(PanelChange change) {
        String at = ", " + Times.words(change.at()) + ".";
        if (change.out() == null) {
            return name(String.valueOf(change.in())) + " " + change.reason().words() + at;
        }
        return name(change.out()) + " " + change.reason().words() + "; "
                + (change.in() == null ? "no alternate was left" : name(change.in()) + " came in") + at;
    }

    private DrawView draw(PanelDraw draw, List<PanelMember> members) {
        Map<String, PanelMember> drawn = members.stream()
                .filter(member -> member.number() == draw.number())
                .collect(Collectors.toMap(PanelMember::person, Function.identity()));
        return new DrawView(
                draw.number(),
                Times.words(draw.drawnAt()),
                draw.head().size(),
                draw.head().rootHash(),
                draw.nonce(),
                draw.seed(),
                Arrays.stream(Seat.values())
                        .filter(draw.urns()::containsKey)
                        .map(seat -> new UrnView(
                                seat.label(),
                                draw.urns().getOrDefault(seat, List.of()).stream()
                                        .map(ticket -> ticket(seat, ticket, drawn))
                                        .toList()))
                        .toList(),
                people(draw.excluded()),
                draw.missing());
    }

    private TicketRow ticket(Seat seat, Ticket ticket, Map<String, PanelMember> drawn) {
        PanelMember member = drawn.get(ticket.person());
        String fate =
                member == null || member.seat() != seat ? "Not drawn" : member.alternate() ? "Alternate" : "Member";
        return new TicketRow(
                ticket.person(), name(ticket.person()), ticket.role().label(), ticket.lot(), fate);
    }

    private String name(String person) {
        return people.displayName(person);
    }
}
