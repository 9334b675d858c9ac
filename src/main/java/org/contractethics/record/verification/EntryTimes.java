package org.contractethics.record.verification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two times of an entry: when it happened and when it was recorded, each in the one fixed form. */
final class EntryTimes {

    private static final String RECORDED = "recordedAt";
    private static final int LENGTH = 24;

    /** UTC, milliseconds. */
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private EntryTimes() {}

    /** What is wrong with the form of a time; null where nothing is. */
    static @Nullable String problem(Map<?, ?> body) {
        for (String field : new String[] {"occurredAt", RECORDED}) {
            if (time(body.get(field)) == null) {
                return "the body says no time in " + field + ".";
            }
        }
        return null;
    }

    /** Null where it says none. */
    static @Nullable Instant recorded(Map<?, ?> body) {
        return time(body.get(RECORDED));
    }

    private static @Nullable Instant time(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() != LENGTH) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
