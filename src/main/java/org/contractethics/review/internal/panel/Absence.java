package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody is away.
 *
 * @param delegate who does their stage tasks meanwhile; null where these wait
 * @param from first day
 * @param until last day; ends by itself
 */
public record Absence(
        UUID id,
        String person,
        @Nullable String delegate,
        LocalDate from,
        LocalDate until,
        Instant declaredAt,
        @Nullable Instant withdrawnAt) {

    /** Where it stands on a day. */
    public enum State {
        AHEAD("Ahead"),
        NOW("Now"),
        OVER("Over"),
        WITHDRAWN("Withdrawn");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public State stateOn(LocalDate day) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return day.isBefore(from) ? State.AHEAD : day.isAfter(until) ? State.OVER : State.NOW;
    }

    public boolean covers(LocalDate day) {
        return withdrawnAt == null && !day.isBefore(from) && !day.isAfter(until);
    }

    public boolean open(LocalDate today) {
        return withdrawnAt == null && !today.isAfter(until);
    }
}
