package org.contractethics.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.shared.Role;

/**
 * The rule of each route of one module. Every module with pages or API end points contributes one bean; a request that no
 * rule names is denied. The first matching rule of a module decides; two modules never claim the same pattern.
 */
public interface RouteRules {

    List<Rule> rules();

    /**
     * Path patterns whose forms are never kept on the server, not even in a session, when they arrive after the sign-in has
     * expired: where the mere fact that this person typed this must not be stored. Nor is anything kept under the key of a write by the
     * API; what does the write says how it happens once.
     */
    default List<String> neverKept() {
        return List.of();
    }

    /**
     * @param method HTTP method, or {@code *} for all
     * @param pattern path pattern as in {@code /contracts/{id}/edit}
     * @param audience who may call it
     * @param roles with {@link Audience#ROLES}: one of these is needed
     */
    record Rule(String method, String pattern, Audience audience, Set<Role> roles) {

        public static Rule anyone(String method, String pattern) {
            return new Rule(method, pattern, Audience.ANYONE, Set.of());
        }

        public static Rule signedIn(String method, String pattern) {
            return new Rule(method, pattern, Audience.SIGNED_IN, Set.of());
        }

        /** Everybody in the company: all roles but the one for people outside. */
        public static Rule staff(String method, String pattern) {
            return new Rule(
                    method,
                    pattern,
                    Audience.ROLES,
                    Arrays.stream(Role.values())
                            .filter(role -> role != Role.EXTERNAL_FILER)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        public static Rule roles(String method, String pattern, Role... roles) {
            return new Rule(method, pattern, Audience.ROLES, Set.of(roles));
        }
    }

    /** Who may call a route. */
    enum Audience {
        ANYONE,
        SIGNED_IN,
        ROLES
    }
}
