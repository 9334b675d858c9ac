package org.contractethics.record.internal.watch;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is watched, and how it is told. */
public enum Alarm {
    VERIFICATION(Duration.ZERO, "The record is damaged", "The record was verified and is intact again"),

    /** A witness that is started anew, or a disk that is full for a moment, is no alarm yet. */
    SIGNING(Duration.ofMinutes(5), "The record is not proved", "The record is signed and witnessed again");

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");

    private final Duration patience;
    private final String problem;
    private final String mended;

    Alarm(Duration patience, String problem, String mended) {
        this.patience = patience;
        this.problem = problem;
        this.mended = mended;
    }

    /** How long it has to stand before it is told. */
    Duration patience() {
        return patience;
    }

    /** One line: the sentence of the problem and nothing else of the record. */
    String title(@Nullable String sentence) {
        return sentence == null ? mended : problem + ": " + sentence;
    }

    /** Tells one problem from another; sizes that grow in its sentence make no new one. */
    @Nullable
    String key(@Nullable Long entry, @Nullable String sentence) {
        return sentence == null
                ? null
                : (entry == null ? "" : entry + " ") + NUMBER.matcher(sentence).replaceAll("#");
    }
}
