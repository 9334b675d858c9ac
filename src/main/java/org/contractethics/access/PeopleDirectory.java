package org.contractethics.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/**
 * The people of the company as the identity provider knows them. Reads only. Answers may be up to a minute old; while the identity
 * provider is down the last known ones stand, and where there is none {@link PeopleUnavailable} is thrown.
 */
public interface PeopleDirectory {

    /**
     * @param username account name
     * @param displayName full name as shown on screen
     * @param email address for notices; empty where the account has none
     * @param roles realm roles held, also through groups; in a list of more than a hundred people only the role asked for
     */
    record Person(String username, String displayName, String email, Set<Role> roles) {

        /** Auditors and leadership take no part in a review or in what follows it (H6). */
        public boolean observes() {
            return roles.stream().anyMatch(Role::observes);
        }
    }

    /** Empty where no account is spelt exactly so or it is disabled, never because nobody answered. */
    Optional<Person> find(String username);

    /**
     * The roles that this account holds at this moment, asked anew: none where there is no such account or it is disabled. Empty where
     * nobody answers, or where it is not known how old an answer is; then those stand that the caller knows.
     */
    default Optional<Set<Role>> rolesNow(String username) {
        return Optional.empty();
    }

    /**
     * The actor with those of their roles that they still hold at this moment (H1); with all while nobody answers. Whoever observed when
     * they signed in, or does by now, observes (H6).
     */
    default Actor asOfNow(Actor actor) {
        return rolesNow(actor.username())
                .map(now -> new Actor(
                        actor.username(),
                        actor.displayName(),
                        Stream.concat(actor.roles().stream(), now.stream())
                                .filter(role -> role.observes() || (now.contains(role) && actor.has(role)))
                                .collect(Collectors.toSet())))
                .orElse(actor);
    }

    /**
     * Everyone enabled whose account name differs from this one in capital letters only. For those who have to find a person however
     * they are written, never for rules that compare names.
     */
    default List<Person> inAnySpelling(String username) {
        return find(username).stream().toList();
    }

    /** The full names that the directory has for this account in any spelling, also where it is disabled; empty where it has none. */
    default List<String> namesOf(String username) {
        return inAnySpelling(username).stream().map(Person::displayName).toList();
    }

    /** Everyone enabled who holds the role, by display name; empty only where nobody does. */
    List<Person> withRole(Role role);

    /** The name to show for an account; the account name itself where the directory does not know it or is down. */
    default String displayName(String username) {
        try {
            return find(username).map(Person::displayName).orElse(username);
        } catch (PeopleUnavailable down) {
            return username;
        }
    }
}
