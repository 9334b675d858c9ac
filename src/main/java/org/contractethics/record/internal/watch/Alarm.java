package org.contractethics.record.internal.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.contractethics.record.verification.Found;
import org.contractethics.shared.Sha256;
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

    /** Tells one problem from another; sizes that grow in its sentence make no new one, something else in the same place does. */
    static String key(Found found) {
        Long entry = found.finding().index();
        String others = found.others().isEmpty() ? "" : " " + Sha256.hex(bytes(String.join("\n", found.others())));
        return (entry == null ? "" : entry + " ")
                + NUMBER.matcher(found.finding().message()).replaceAll("#")
                + others;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
