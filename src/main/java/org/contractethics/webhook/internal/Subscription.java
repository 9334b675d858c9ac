package org.contractethics.webhook.internal;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told of events.
 *
 * @param endedAt null while it is told
 */
public record Subscription(
        UUID id, URI url, Set<WebhookEvent> events, String createdBy, Instant createdAt, @Nullable Instant endedAt) {

    public Subscription {
        events = Set.copyOf(events);
    }

    /** The name of the system in lists and in the record. */
    public String host() {
        return url.getHost();
    }

    public boolean active() {
        return endedAt == null;
    }
}
