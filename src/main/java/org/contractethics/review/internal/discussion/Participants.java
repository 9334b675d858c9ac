package org.contractethics.review.internal.discussion;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who takes part in a review: those who work on it, talk about it and read what it rests on. Not the account owner nor anyone paid by the contract (H1),
 * not whoever stepped back (H2), not leadership (H6). Auditors read along and say nothing.
 */
@Component
public class Participants {

    private static final Set<Role> TALKING = EnumSet.of(
            Role.TRIAGE_OFFICER,
            Role.HR_REVIEWER,
            Role.LEGAL_REVIEWER,
            Role.PRODUCT_EXPERT,
            Role.EXTERNAL_EXPERT,
            Role.EMPLOYEE_PANELIST,
            Role.PANEL_CHAIR,
            Role.BOARD_COMMITTEE,
            Role.MONITOR);

    private final ContractRegister contracts;
    private final Recusals recusals;
    private final PeopleDirectory people;

    Participants(ContractRegister contracts, Recusals recusals, PeopleDirectory people) {
        this.contracts = contracts;
        this.recusals = recusals;
        this.people = people;
    }

    public boolean mayRead(ReviewCase review, Actor viewer) {
        boolean reads = viewer.has(Role.AUDITOR) || viewer.roles().stream().anyMatch(TALKING::contains);
        return reads && !barred(review, viewer);
    }

    public boolean mayTalk(ReviewCase review, Actor actor) {
        return mayRead(review, actor) && !actor.has(Role.AUDITOR);
    }

    /** Whether the person takes part in one of these roles, and may add to what the review rests on. */
    public boolean mayContribute(ReviewCase review, Actor actor, Role... roles) {
        return mayTalk(review, actor) && Stream.of(roles).anyMatch(actor::has);
    }

    /** Everyone who can be mentioned, by name. */
    List<Person> of(ReviewCase review) {
        Set<Person> found =
                new TreeSet<>(Comparator.comparing(Person::displayName).thenComparing(Person::username));
        TALKING.forEach(role -> found.addAll(people.withRole(role)));
        return found.stream().filter(person -> mayTalk(review, actor(person))).toList();
    }

    /** Those who take part in this role and can be mentioned by it, by name. */
    List<Person> of(ReviewCase review, Role role) {
        return TALKING.contains(role)
                ? people.withRole(role).stream()
                        .filter(person -> mayTalk(review, actor(person)))
                        .toList()
                : List.of();
    }

    /** The roles in which people take part. */
    static List<Role> roles() {
        return List.copyOf(TALKING);
    }

    static Actor actor(Person person) {
        return new Actor(person.username(), person.displayName(), person.roles());
    }

    private boolean barred(ReviewCase review, Actor viewer) {
        String name = viewer.username();
        boolean owner = contracts
                .find(review.contract())
                .map(Contract::submitter)
                .filter(name::equals)
                .isPresent();
        return owner
                || review.interested(name)
                || viewer.has(Role.LEADERSHIP)
                || recusals.of(review.id()).contains(name);
    }
}
