package org.contractethics.record.verification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in one place that is verified by itself: what stands in one place hides nothing in another.
 *
 * @param source which place, in words that stay the same from one verification to the next
 * @param finding the first thing that is wrong there
 * @param others sentences on what else is wrong there
 */
public record Found(String source, Finding finding, List<String> others) {

    public Found {
        others = List.copyOf(others);
    }

    public Found(String source, Finding finding) {
        this(source, finding, List.of());
    }

    /** Nothing where nothing is wrong. */
    static Stream<Found> of(String source, @Nullable Finding finding) {
        return finding == null ? Stream.empty() : Stream.of(new Found(source, finding));
    }

    /** What people read. */
    public String sentence() {
        return others.isEmpty()
                ? finding.message()
                : finding.message() + " And " + others.size() + " more of this kind.";
    }
}
