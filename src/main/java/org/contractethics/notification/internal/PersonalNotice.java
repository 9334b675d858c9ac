package org.contractethics.notification.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as one person sees it.
 *
 * @param mailGivenUpAt when the mail about it was given up, if it was
 */
public record PersonalNotice(
        UUID id,
        String username,
        String title,
        String text,
        String link,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant mailGivenUpAt) {

    public boolean unread() {
        return readAt == null;
    }

    /** Whether its mail never got through. */
    public boolean unmailed() {
        return mailGivenUpAt != null;
    }

    /** The same with this text. */
    public PersonalNotice saying(String other) {
        return new PersonalNotice(id, username, title, other, link, createdAt, readAt, mailGivenUpAt);
    }
}
