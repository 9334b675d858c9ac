package org.contractethics.concern.internal;

import java.util.Set;

/** These people had a hand in whatever a concern is about that is no contract. */
final class KnownHands extends HandsInMatters {

    private final Set<String> people;

    @SuppressWarnings("NullAway") // neither rules nor people are asked
    KnownHands(Set<String> people) {
        super(null, null);
        this.people = people;
    }

    @Override
    Hands read() {
        return (concern, username) -> concern.matter() != null && people.contains(username);
    }
}
