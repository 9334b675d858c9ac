package org.contractethics.document.isolation;

import java.time.Duration;
import org.contractethics.document.extraction.Recognition;
import org.jspecify.annotations.Nullable;

/**
 * What a reading process may use.
 *
 * @param memory heap of one process, as Java's option {@code -Xmx} takes it, for example {@code 512m}
 * @param time for one file, without the recognition of pictures, which has a time of its own
 * @param atATime how many files are read side by side
 * @param filesEach how many files a process reads before a new one takes its place
 * @param idle how long a process without work is kept
 * @param recognition how pages without a text layer are read; null where they are only named
 */
public record ReadingLimits(
        String memory, Duration time, int atATime, int filesEach, Duration idle, @Nullable Recognition recognition) {

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** When a process is ended that should have given up by itself. */
    Duration hardLimit() {
        return time.plus(GRACE);
    }

    /** The same, once it has said that it recognises pictures. */
    Duration hardLimitOfRecognition() {
        return recognition == null ? hardLimit() : hardLimit().plus(recognition.time());
    }
}
