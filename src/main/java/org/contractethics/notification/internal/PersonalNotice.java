package org.contractethics.notification.internal;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern REFERENCE = Pattern.compile("(C-\\d{6,})\\b");

    /** The reference that its title begins with, for example {@code C-000012}; empty where it begins with none. */
    public String reference() {
        Matcher begins = REFERENCE.matcher(title);
        return begins.lookingAt() ? begins.group(1) : "";
    }

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
