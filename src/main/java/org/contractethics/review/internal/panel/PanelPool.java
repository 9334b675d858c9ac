package org.contractethics.review.internal.panel;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may be drawn for the panel of a review today, and who may not, with the reason. */
@Component
public class PanelPool {

    private final PeopleDirectory people;
    private final Participation participation;
    private final PanelTerms terms;
    private final Absences absences;

    PanelPool(PeopleDirectory people, Participation participation, PanelTerms terms, Absences absences) {
        this.people = people;
        this.participation = participation;
        this.terms = terms;
        this.absences = absences;
    }

    /**
     * @param eligible by kind of seat: account name to the role in which they would vote
     * @param excluded account name to the reason
     */
    record Pool(Map<Seat, Map<String, Role>> eligible, Map<String, String> excluded) {

        boolean holds(String person, Seat seat) {
            return eligible.getOrDefault(seat, Map.of()).containsKey(person);
        }
    }

    Pool of(ReviewCase review, LocalDate today) {
        Map<Seat, Map<String, Role>> eligible = new EnumMap<>(Seat.class);
        Map<String, String> excluded = new TreeMap<>();
        Reasons reasons = new Reasons(review, today);
        for (Seat seat : Seat.values()) {
            Map<String, Role> pool = eligible.computeIfAbsent(seat, none -> new LinkedHashMap<>());
            for (Role role : seat.roles()) {
                for (Person person : people.withRole(role)) {
                    Optional<String> reason = reasons.against(person, role);
                    reason.ifPresentOrElse(
                            because -> excluded.put(person.username(), because),
                            () -> pool.putIfAbsent(person.username(), role));
                }
            }
        }
        eligible.values().forEach(pool -> excluded.keySet().removeAll(pool.keySet()));
        return new Pool(eligible, excluded);
    }

    /** What speaks against one person after the other; what is the same for all of them is read once. */
    private final class Reasons {

        private final Participation.Conflicts conflicts;
        private final Set<String> absent;
        private final Set<Role> termsKept;
        private final Map<Role, Set<String>> counting;
        private final Map<Role, Set<String>> running;

        Reasons(ReviewCase review, LocalDate today) {
            List<PanelTerm> all = terms.all();
            this.conflicts = participation.conflicts(review);
            this.absent = absences.absentOn(today);
            this.termsKept = all.stream()
                    .filter(term -> term.keptBefore(review.openedAt()))
                    .map(PanelTerm::role)
                    .collect(Collectors.toSet());
            this.counting = holders(all, term -> term.countsFor(review.openedAt(), today));
            this.running = holders(all, term -> term.runsOn(today));
        }

        private static Map<Role, Set<String>> holders(List<PanelTerm> all, Predicate<PanelTerm> which) {
            return all.stream()
                    .filter(which)
                    .collect(Collectors.groupingBy(
                            PanelTerm::role, Collectors.mapping(PanelTerm::person, Collectors.toSet())));
        }

        Optional<String> against(Person person, Role role) {
            Optional<String> conflict =
                    conflicts.against(new Actor(person.username(), person.displayName(), person.roles()));
            if (conflict.isPresent()) {
                return conflict;
            }
            if (person.roles().contains(Role.PANEL_CHAIR)) {
                return Optional.of("Chairs the panel.");
            }
            if (absent.contains(person.username())) {
                return Optional.of("Is absent.");
            }
            return withoutTerm(person.username(), role);
        }

        private Optional<String> withoutTerm(String person, Role role) {
            if (!termsKept.contains(role) || holds(counting, role, person)) {
                return Optional.empty();
            }
            return Optional.of(
                    holds(running, role, person)
                            ? "Has a term as " + role.label() + " that was entered after the review was opened."
                            : "Has no running term as " + role.label() + ".");
        }

        private static boolean holds(Map<Role, Set<String>> holders, Role role, String person) {
            return holders.getOrDefault(role, Set.of()).contains(person);
        }
    }
}
