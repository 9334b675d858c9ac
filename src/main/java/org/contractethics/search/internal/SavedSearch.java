package org.contractethics.search.internal;

import java.util.List;
import java.util.UUID;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A search under a name.
 *
 * @param query the parameters of its address
 * @param shares with whom it is shared; empty for whoever it is shared with
 */
public record SavedSearch(UUID id, String owner, String name, String query, Alert alert, List<Share> shares) {

    public SavedSearch {
        shares = List.copyOf(shares);
    }

    /** Whether its owner is told of new matches. */
    public enum Alert {
        NONE,
        ON,
        PAUSED
    }

    /** With a role, or with a person. */
    public record Share(UUID id, @Nullable Role role, @Nullable String username) {

        public String words() {
            return role == null
                    ? String.valueOf(username)
                    : "everyone who is " + role.label().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Where it runs, with the rights of whoever opens it. */
    public String address() {
        return "/search?" + query;
    }

    public boolean alerting() {
        return alert == Alert.ON;
    }

    public boolean paused() {
        return alert == Alert.PAUSED;
    }
}
