package org.contractethics.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this process told people since it was started. The table of alarms could be written by whoever damaged the record, with a row that
 * says that everybody knows already; what is remembered here is told whatever stands there, and again each day while it stands.
 */
final class ToldHere {

    /** Less than a day: a verification that takes its time must not put it off to the next one. */
    private static final Duration AGAIN = Duration.ofHours(23);

    private final Map<String, Seen> seen = new HashMap<>();

    /** Whether people have to be told of it, as far as this process knows. */
    synchronized boolean isDue(String place, String key, Duration patience, Instant now) {
        Seen before = seen.get(place);
        Seen one = before != null && before.key().equals(key) ? before : new Seen(key, now, null);
        seen.put(place, one);
        boolean stands = !now.isBefore(one.since().plus(patience));
        return stands && (one.told() == null || !now.isBefore(one.told().plus(AGAIN)));
    }

    synchronized void told(String place, String key, Instant now) {
        seen.merge(place, new Seen(key, now, now), (before, first) -> new Seen(key, before.since(), now));
    }

    /** It is wrong no longer. */
    synchronized void mended(String place) {
        seen.remove(place);
    }

    private record Seen(String key, Instant since, @Nullable Instant told) {}
}
