package org.contractethics.shared;

import java.util.Arrays;
import java.util.Set;

/**
 * Whoever acts: a signed-in person, or the system itself.
 *
 * @param username the account name; the key under which the record and the tasks know this person
 * @param displayName the name shown on screen
 * @param roles every realm role the person holds at this moment
 */
public record Actor(String username, String displayName, Set<Role> roles) {

    /** Acts where no person does: timers, imports at start, event listeners. Holds no role. */
    public static final Actor SYSTEM = new Actor("system", "System", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether one of the roles bars them from taking part, whatever other they hold (H6). */
    public boolean observes() {
        return roles.stream().anyMatch(Role::observes);
    }

    public boolean hasAny(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }
}
