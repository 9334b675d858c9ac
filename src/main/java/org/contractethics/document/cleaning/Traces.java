package org.contractethics.document.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Trace;
import org.jspecify.annotations.Nullable;

/** Collects what a file tells besides what is seen, each thing once. */
final class Traces {

    private static final int MOST = 60;
    private static final int LONGEST = 200;

    private final List<Found> found = new ArrayList<>();

    void add(Trace trace, @Nullable String detail) {
        String words = detail == null ? "" : printable(detail);
        Found one = new Found(trace, words);
        if (!words.isEmpty() && found.size() < MOST && !found.contains(one)) {
            found.add(one);
        }
    }

    /** Something of which only the number is told; none is no trace. */
    void count(Trace trace, int number) {
        if (number > 0) {
            add(trace, String.valueOf(number));
        }
    }

    /** The number of something, with whoever made it. */
    void count(Trace trace, int number, Set<String> makers) {
        if (number > 0) {
            add(trace, number + (makers.isEmpty() ? "" : " (" + String.join(", ", new TreeSet<>(makers)) + ")"));
        }
    }

    List<Found> all() {
        return found;
    }

    private static String printable(String words) {
        String clean = words.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, clean.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
