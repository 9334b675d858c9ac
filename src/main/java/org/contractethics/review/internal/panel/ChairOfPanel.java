package org.contractethics.review.internal.panel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who chairs the panel of a review: whoever holds the role, and only while conflicts bar all of them the member who was drawn by
 * lot. Nobody who sits by lot chairs it otherwise.
 */
@Component
public class ChairOfPanel {

    private final PeopleDirectory people;
    private final Participation participation;
    private final PanelSeats seats;
    private final ActingChairs acting;

    ChairOfPanel(PeopleDirectory people, Participation participation, PanelSeats seats, ActingChairs acting) {
        this.people = people;
        this.participation = participation;
        this.seats = seats;
        this.acting = acting;
    }

    /**
     * Everybody who holds the role, with what bars each of them from the vote of this panel. Empty where somebody is not barred, and
     * where nobody holds the role: that seat is for the company to fill.
     */
    Map<String, String> barred(ReviewCase review) {
        Participation.Conflicts conflicts = participation.conflicts(review);
        Set<String> byLot = sittingByLot(review);
        Map<String, String> barred = new TreeMap<>();
        for (Person chair : people.withRole(Role.PANEL_CHAIR)) {
            Optional<String> reason = conflicts
                    .against(new Actor(chair.username(), chair.displayName(), chair.roles()))
                    .or(() -> byLot.contains(chair.username())
                            ? Optional.of("Sits on the panel by lot.")
                            : Optional.empty());
            if (reason.isEmpty()) {
                return Map.of();
            }
            barred.put(chair.username(), reason.get());
        }
        return barred;
    }

    private Set<String> sittingByLot(ReviewCase review) {
        Set<String> kept = seats.members(review.id(), review.pass()).stream()
                .filter(PanelMember::kept)
                .map(PanelMember::person)
                .collect(Collectors.toSet());
        return seats.sitting(review.id(), review.pass()).stream()
                .map(Sitting::person)
                .filter(person -> !kept.contains(person))
                .collect(Collectors.toSet());
    }

    /**
     * Refuses whoever does not chair. Whether an acting chair still does is asked of the people directory at each act.
     *
     * @param rule what is the chair's to do, as a sentence
     */
    public void demand(ReviewCase review, Actor actor, String rule) {
        Optional<String> drawn = acting.last(review.id(), review.pass());
        if (drawn.filter(actor.username()::equals).isPresent()) {
            if (barred(review).isEmpty()) {
                throw Refused.notAllowed("A panel chair without a conflict of interest is there by now. " + rule);
            }
            return;
        }
        if (!actor.has(Role.PANEL_CHAIR)) {
            throw Refused.notAllowed(
                    drawn.isEmpty() ? rule : rule + " Another member was drawn by lot to do it in their place.");
        }
        if (sittingByLot(review).contains(actor.username())) {
            throw Refused.notAllowed("You sit on this panel by lot, so you do not chair it.");
        }
    }

    /** The acting chair, as long as all chairs are barred; empty as well while the people directory does not answer. */
    public Optional<String> actingNow(ReviewCase review) {
        return acting.last(review.id(), review.pass()).filter(person -> allBarred(review));
    }

    /** Whether a page offers this person what is the chair's to do. */
    public boolean offered(ReviewCase review, Actor viewer) {
        return viewer.has(Role.PANEL_CHAIR)
                || actingNow(review).filter(viewer.username()::equals).isPresent();
    }

    private boolean allBarred(ReviewCase review) {
        try {
            return !barred(review).isEmpty();
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }
}
