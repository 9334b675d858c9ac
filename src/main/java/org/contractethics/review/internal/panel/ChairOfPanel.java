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
import org.jspecify.annotations.Nullable;
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
     * Who could chair: somebody is free to, or nobody holds the role, or conflicts bar all who do.
     *
     * @param free whether a panel chair without a conflict is there
     * @param barred account name of each to what bars them; empty where one is free, and where nobody holds the role
     */
    private record Chairs(boolean free, Map<String, String> barred) {

        boolean vacant() {
            return !free && barred.isEmpty();
        }
    }

    /** What bars people who hold the role from the vote of a panel. */
    private record Bars(Participation.Conflicts conflicts, Set<String> byLot) {

        Optional<String> against(Actor chair) {
            return conflicts
                    .against(chair)
                    .or(() -> byLot.contains(chair.username())
                            ? Optional.of("Sits on the panel by lot.")
                            : Optional.empty());
        }
    }

    private Bars bars(ReviewCase review) {
        return new Bars(participation.conflicts(review), sittingByLot(review));
    }

    private Chairs chairs(ReviewCase review) {
        Bars bars = bars(review);
        Map<String, String> barred = new TreeMap<>();
        for (Person chair : people.withRole(Role.PANEL_CHAIR)) {
            Optional<String> reason = bars.against(actor(chair));
            if (reason.isEmpty()) {
                return new Chairs(true, Map.of());
            }
            barred.put(chair.username(), reason.get());
        }
        return new Chairs(false, barred);
    }

    private static Actor actor(Person person) {
        return new Actor(person.username(), person.displayName(), person.roles());
    }

    /**
     * Everybody who holds the role, with what bars each of them from the vote of this panel. Empty where somebody is not barred, and
     * where nobody holds the role: that seat is for the company to fill.
     */
    Map<String, String> barred(ReviewCase review) {
        return chairs(review).barred();
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
     * Refuses whoever does not chair. Whether an acting chair still does is decided at each act by what the people directory says, which
     * may be its last known answer.
     *
     * @param rule what is the chair's to do, as a sentence
     */
    public void demand(ReviewCase review, Actor actor, String rule) {
        Optional<String> drawn = acting.last(review.id(), review.pass());
        if (drawn.filter(actor.username()::equals).isPresent()) {
            Chairs chairs = chairs(review);
            if (chairs.free()) {
                throw Refused.notAllowed("A panel chair without a conflict of interest is there by now. " + rule);
            }
            if (chairs.vacant()) {
                throw Refused.notAllowed("Nobody is a panel chair by now, and you act only in the place of one whom a"
                        + " conflict bars. Ask for the role of the panel chair to be filled.");
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

    /**
     * Who acts as chair of a panel that votes.
     *
     * @param person null where nobody does
     * @param whyNobody a sentence where a member was drawn and does not act now, else empty
     */
    public record Acting(@Nullable String person, String whyNobody) {}

    /** The acting chair, as long as all chairs are barred and they sit and have no conflict; for a vote of the panel that is open. */
    public Acting acting(ReviewCase review) {
        return acting.last(review.id(), review.pass())
                .map(drawn -> {
                    String why = whyNobody(review, drawn);
                    return new Acting(why.isEmpty() ? drawn : null, why);
                })
                .orElse(new Acting(null, ""));
    }

    private String whyNobody(ReviewCase review, String drawn) {
        try {
            Chairs chairs = chairs(review);
            if (chairs.free()) {
                return "Nobody acts as chair now: a panel chair without a conflict is there again.";
            }
            if (chairs.vacant()) {
                return "Nobody acts as chair now: nobody is a panel chair any more, and that role has to be filled first.";
            }
            return mayAct(review, drawn)
                    ? ""
                    : "Nobody acts as chair now: who was drawn last sits on the panel no longer or has a conflict. Lots are drawn again"
                            + " as soon as there is a member to draw.";
        } catch (PeopleUnavailable unknown) {
            return "Nobody acts as chair now: it is not known at this moment who the panel chairs are.";
        }
    }

    private boolean mayAct(ReviewCase review, String drawn) {
        Participation.Conflicts conflicts = participation.conflicts(review);
        return seats.seatOf(review.id(), review.pass(), drawn).isPresent()
                && people.find(drawn)
                        .filter(person -> conflicts.against(actor(person)).isEmpty())
                        .isPresent();
    }

    /** The same without the reason. */
    public Optional<String> actingNow(ReviewCase review) {
        return Optional.ofNullable(acting(review).person());
    }

    /** Whether a page offers this person what is the chair's to do. */
    public boolean offered(ReviewCase review, Actor viewer) {
        return (viewer.has(Role.PANEL_CHAIR) && bars(review).against(viewer).isEmpty())
                || actingNow(review).filter(viewer.username()::equals).isPresent();
    }
}
