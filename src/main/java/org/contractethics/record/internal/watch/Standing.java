package org.contractethics.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a watch stands.
 *
 * @param told key of the problem that people know of; null where they know of none
 * @param seen key of the problem that was seen last; null where there was none
 * @param since since when it is seen
 */
record Standing(@Nullable String told, @Nullable String seen, Instant since) {

    Standing seeing(@Nullable String key, Instant now) {
        return Objects.equals(key, seen) ? this : new Standing(told, key, now);
    }

    /** Once for each problem, and once when it is mended; what comes and goes is not told at all. */
    boolean isNews(Duration patience, Instant now) {
        return !Objects.equals(told, seen) && !now.isBefore(since.plus(patience));
    }

    Standing toldNow() {
        return new Standing(seen, seen, since);
    }
}
