package org.contractethics.concern.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who could be complained of by a concern about the policy or the process (H13): whoever wrote or approved the version, whoever holds the
 * role that runs the office. Nobody has had a hand in a capability by itself.
 */
@Component
class HandsInMatters {

    private final Matters matters;
    private final PeopleDirectory people;

    HandsInMatters(Matters matters, PeopleDirectory people) {
        this.matters = matters;
        this.people = people;
    }

    /** Asks of a concern whether somebody had a hand in what it is about, apart from contracts. */
    @FunctionalInterface
    interface Hands {

        boolean had(Concern concern, String username);
    }

    /** For one look at any number of concerns: what was read is not read again. */
    Hands read() {
        Map<Role, Set<String>> holders = new EnumMap<>(Role.class);
        Map<String, Set<String>> authors = new HashMap<>();
        return (concern, username) -> {
            ConcernMatter matter = concern.matter();
            if (matter == null) {
                return false;
            }
            return switch (matter.kind()) {
                case CAPABILITY -> false;
                case POLICY ->
                    authors.computeIfAbsent(matter.code(), matters::hands).contains(username);
                case PROCESS -> matters.runBy(matter.code()).stream().anyMatch(role -> holds(role, username, holders));
            };
        };
    }

    /** While the people directory cannot tell, everybody might. */
    private boolean holds(Role role, String username, Map<Role, Set<String>> known) {
        try {
            return known.computeIfAbsent(role, this::holders).contains(username);
        } catch (PeopleUnavailable unknown) {
            return true;
        }
    }

    private Set<String> holders(Role role) {
        Set<String> names = new HashSet<>();
        people.withRole(role).forEach(person -> names.add(person.username()));
        return names;
    }
}
