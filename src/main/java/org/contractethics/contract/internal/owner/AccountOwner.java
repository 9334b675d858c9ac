package org.contractethics.contract.internal.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns a contract, or owned it.
 *
 * @param number 1 for who registered or took it, counted on by each hand-over
 * @param handedOverBy who handed it over to them; null of the first one, as are ground and reasons
 */
public record AccountOwner(
        int number,
        String person,
        Instant since,
        @Nullable String handedOverBy,
        @Nullable Ground ground,
        @Nullable String reasons) {

    /** Why a contract was handed over by whoever did it. */
    public enum Ground {
        OWN_DECISION(""),
        OWNER_GONE(", because the account owner has left or no longer works in sales"),
        OVERDUE(", because something is overdue that only the account owner can do");

        private final String because;

        Ground(String because) {
            this.because = because;
        }

        /** Goes on after who handed it over; empty where nothing needs to be said. */
        public String because() {
            return because;
        }
    }
}
