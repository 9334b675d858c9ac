package org.contractethics.review.internal.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.review.internal.panel.PanelMember.Standing;
import org.contractethics.shared.Role;

/** Draws the lots: a pure function of the seed and of who is in the urns. */
final class Drawing {

    private static final int WITHOUT_LOT = -1;

    private final String seed;
    private final int number;
    private final int alternates;
    private final Map<Seat, List<Ticket>> urns = new EnumMap<>(Seat.class);
    private final List<PanelMember> members = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * @param number of the drawing
     * @param alternates how many are drawn for each kind of seat beyond those that are to be filled
     */
    Drawing(String seed, int number, int alternates) {
        this.seed = seed;
        this.number = number;
        this.alternates = alternates;
    }

    /** Somebody who sits whatever the lots say: as a reviewer they voted before the case came before the panel. */
    void keep(String person, Role role) {
        members.add(
                member(new Ticket(person, role, Lots.lot(seed, person)), Seat.of(role), Standing.MEMBER, WITHOUT_LOT));
    }

    /** @param pool who may sit there, with the role in which they would */
    void fill(Seat seat, Map<String, Role> pool, int wanted) {
        Set<String> placed = new HashSet<>();
        members.forEach(member -> placed.add(member.person()));
        List<Ticket> urn = pool.entrySet().stream()
                .filter(entry -> !placed.contains(entry.getKey()))
                .map(entry -> new Ticket(entry.getKey(), entry.getValue(), Lots.lot(seed, entry.getKey())))
                .sorted(order(seat))
                .toList();
        urns.put(seat, urn);
        for (int place = 0; place < Math.min(urn.size(), wanted + alternates); place++) {
            Standing standing = place < wanted ? Standing.MEMBER : Standing.ALTERNATE;
            members.add(member(urn.get(place), seat, standing, place));
        }
        if (urn.size() < wanted) {
            missing.add(inWords(wanted - urn.size(), seat.label()));
        }
    }

    private static Comparator<Ticket> order(Seat seat) {
        return Comparator.<Ticket>comparingInt(ticket -> seat.roles().indexOf(ticket.role()))
                .thenComparing(Ticket::lot);
    }

    private PanelMember member(Ticket ticket, Seat seat, Standing standing, int place) {
        return new PanelMember(ticket.person(), ticket.role(), seat, standing, number, ticket.lot(), place);
    }

    static String inWords(int count, String label) {
        String what = Character.toLowerCase(label.charAt(0)) + label.substring(1);
        return count + " " + what + (count == 1 ? "" : "s");
    }

    Map<Seat, List<Ticket>> urns() {
        return urns;
    }

    List<PanelMember> members() {
        return members;
    }

    List<String> missing() {
        return missing;
    }
}
