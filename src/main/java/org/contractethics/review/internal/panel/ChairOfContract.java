package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.internal.panel.ActsAs.Capacity;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who does what is the panel chair's to do about a contract outside a vote: proposing on a suspension, restricting services at once,
 * recording a hearing. Whoever holds the role; only while conflicts bar all of them the acting chair of the contract's last panel, and
 * where none is drawn the board committee. The database asks the same.
 */
@Component
public class ChairOfContract {

    /** What is said of a chair from whom a concern is kept: that it is, nobody is told. */
    private static final String KEPT = "Does not record this hearing.";

    private static final String CHAIR_IS_THERE = "A panel chair without a conflict of interest does this.";
    private static final String ANOTHER_ACTS =
            "Conflicts bar everybody who is a panel chair. The acting chair, whom the lot made it, does this in their place.";
    private static final String BOARD_ACTS =
            "Conflicts bar everybody who is a panel chair, and no acting chair is drawn. The board committee does this in their place.";

    private final PeopleDirectory people;
    private final ChairConflicts conflicts;
    private final Clock clock;

    ChairOfContract(PeopleDirectory people, ChairConflicts conflicts, Clock clock) {
        this.people = people;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /**
     * @param barred every chair with what bars them; empty where one is free, where nobody holds the role and where that is not known:
     *     nobody acts in their place then
     * @param acting the acting chair; null where there is none
     */
    private record Chairs(Map<String, String> barred, @Nullable String acting) {

        static final Chairs THEMSELVES = new Chairs(Map.of(), null);

        boolean themselves() {
            return barred.isEmpty();
        }
    }

    /**
     * Why this person does not do it, a conflict of their own included; empty where they do.
     *
     * @param kept from whom the concern it is about is kept; nobody where it is about none
     */
    public List<String> objections(ContractId contract, Set<String> kept, Actor actor) {
        Optional<String> conflict = ownConflict(contract, actor);
        if (conflict.isPresent()) {
            return conflict.stream().toList();
        }
        if (actor.has(Role.PANEL_CHAIR)) {
            return List.of();
        }
        Chairs chairs = chairs(contract, kept);
        return capacity(chairs, actor) == null ? List.of(refusal(chairs)) : List.of();
    }

    private Optional<String> ownConflict(ContractId contract, Actor actor) {
        if (actor.observes()) {
            return Optional.of("Auditors and leadership take no part in a review or in what follows it (H6).");
        }
        return Optional.ofNullable(
                        conflicts.of(contract, List.of(actor.username())).get(actor.username()))
                .map(conflict -> conflict.endsWith("(H2).")
                        ? "You declared a conflict of interest in a review of this contract (H2)."
                        : "You submitted this contract or are paid by it. Somebody else has to do this (H1).");
    }

    private static String refusal(Chairs chairs) {
        if (chairs.themselves()) {
            return "This is for: " + Role.PANEL_CHAIR.label() + ". " + CHAIR_IS_THERE;
        }
        return chairs.acting() == null ? BOARD_ACTS : ANOTHER_ACTS;
    }

    /** As what this person acts; refuses whoever does not. */
    public ActsAs acting(ContractId contract, Set<String> kept, Actor actor) {
        List<String> objections = objections(contract, kept, actor);
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
        if (actor.has(Role.PANEL_CHAIR)) {
            return ActsAs.PANEL_CHAIR;
        }
        Chairs chairs = chairs(contract, kept);
        Capacity capacity = capacity(chairs, actor);
        if (capacity == null) {
            throw Refused.notAllowed(refusal(chairs));
        }
        return new ActsAs(capacity, chairs.barred());
    }

    /** In the place of the chairs; null where this person does not act. */
    private static @Nullable Capacity capacity(Chairs chairs, Actor actor) {
        if (chairs.themselves()) {
            return null;
        }
        if (chairs.acting() != null) {
            return actor.username().equals(chairs.acting()) ? Capacity.ACTING_CHAIR : null;
        }
        return actor.has(Role.BOARD_COMMITTEE) ? Capacity.BOARD_COMMITTEE : null;
    }

    /** The same notice for whoever acts in the place of the chairs; empty while they act themselves. */
    public Optional<Notice> toSubstitute(
            ContractId contract, Set<String> kept, String title, String text, String link) {
        Chairs chairs = chairs(contract, kept);
        if (chairs.themselves()) {
            return Optional.empty();
        }
        String acting = chairs.acting();
        Notice notice = acting == null
                ? Notice.toRoles(Set.of(Role.BOARD_COMMITTEE), title, text, link)
                : Notice.toPerson(acting, title, text, link);
        return Optional.of(notice.exceptFor(kept));
    }

    /** Whether this person holds the role of the panel chair; false while the people directory does not answer. */
    public boolean holdsRole(String person) {
        return chairs().contains(person);
    }

    /** Everybody who holds the role with what bars each of them from this contract; empty unless that bars them all. */
    Map<String, String> barred(ContractId contract) {
        return chairs(contract, Set.of()).barred();
    }

    private Chairs chairs(ContractId contract, Set<String> kept) {
        List<String> chairs = chairs();
        Map<String, String> found = conflicts.of(contract, chairs);
        Map<String, String> barred = new TreeMap<>();
        for (String chair : chairs) {
            String because = found.getOrDefault(chair, kept.contains(chair) ? KEPT : "");
            if (!because.isEmpty()) {
                barred.put(chair, because);
            }
        }
        return barred.isEmpty() || barred.size() < chairs.size()
                ? Chairs.THEMSELVES
                : new Chairs(barred, actingChair(contract, kept).orElse(null));
    }

    /** Auditors and leadership take no part, so they chair nothing; nobody while the people directory does not answer. */
    private List<String> chairs() {
        try {
            return people.withRole(Role.PANEL_CHAIR).stream()
                    .filter(person -> !person.observes())
                    .map(Person::username)
                    .toList();
        } catch (PeopleUnavailable unknown) {
            return List.of();
        }
    }

    private Optional<String> actingChair(ContractId contract, Set<String> kept) {
        return conflicts
                .actingChair(contract, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .filter(person -> !kept.contains(person))
                .filter(this::mayStillAct);
    }

    /** Who was drawn goes on while the people directory does not answer. */
    private boolean mayStillAct(String person) {
        try {
            return people.find(person).filter(known -> !known.observes()).isPresent();
        } catch (PeopleUnavailable unknown) {
            return true;
        }
    }
}
