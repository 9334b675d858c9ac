package org.contractethics.policy.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/** Auditors write nothing and leadership takes no part (H6), whatever other role they hold. */
public final class Observers {

    static final String REFUSED =
            "Auditors and leadership only observe: they propose, approve and withdraw no version of the rules.";

    private static final Set<Role> OBSERVING = Set.of(Role.AUDITOR, Role.LEADERSHIP);

    private Observers() {}

    public static boolean include(Actor actor) {
        return actor.roles().stream().anyMatch(OBSERVING::contains);
    }

    /** The actor with the roles of this moment; whoever observed when they signed in, or does by now, observes. */
    static Actor asOfNow(Actor actor, PeopleDirectory people) {
        return people.rolesNow(actor.username())
                .map(now -> new Actor(
                        actor.username(),
                        actor.displayName(),
                        Stream.concat(
                                        actor.roles().stream()
                                                .filter(role -> now.contains(role) || OBSERVING.contains(role)),
                                        now.stream().filter(OBSERVING::contains))
                                .collect(Collectors.toSet())))
                .orElse(actor);
    }
}
