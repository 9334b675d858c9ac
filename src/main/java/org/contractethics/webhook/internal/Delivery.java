package org.contractethics.webhook.internal;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one system.
 *
 * @param attempts since it was queued, or since somebody asked to send it again
 * @param nextAttemptAt null where nothing is tried any more
 * @param lastResult what came of the last attempt, in words; null before it
 */
public record Delivery(
        UUID id,
        UUID subscription,
        URI url,
        WebhookEvent event,
        String body,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastAttemptAt,
        @Nullable String lastResult) {

    /** Where a delivery stands. */
    public enum State {
        WAITING("Waiting"),
        DELIVERED("Delivered"),
        GIVEN_UP("Given up"),
        /** Its subscription ended before it arrived. */
        WITHDRAWN("Withdrawn");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The name of the system in lists and in the record. */
    public String host() {
        return url.getHost();
    }

    /** What is on its way already is not sent twice; what was withdrawn has nowhere to go. */
    public boolean mayBeSentAgain() {
        return state == State.GIVEN_UP || state == State.DELIVERED;
    }
}
