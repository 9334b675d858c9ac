package org.contractethics.notification.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice as one person sees it. */
public record PersonalNotice(
        UUID id, String username, String title, String text, String link, Instant createdAt, @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }

    /** The same with this text. */
    public PersonalNotice saying(String other) {
        return new PersonalNotice(id, username, title, other, link, createdAt, readAt);
    }
}
