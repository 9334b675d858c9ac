package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Wordings that stand for concepts, found in a text by their stems. The longest wording at a place wins. */
final class Wordings {

    /** One step per word of a wording; where a wording ends, its concept stands. */
    private static final class Step {
        private final Map<String, Step> next = new HashMap<>();
        private final List<Concept> ends = new ArrayList<>(1);
    }

    private final Step root = new Step();

    Wordings(List<Concept> concepts, Function<Concept, List<String>> texts) {
        for (Concept concept : concepts) {
            texts.apply(concept).forEach(text -> add(concept, text));
        }
    }

    /** A wording found between two words of the text. */
    record Named(Concept concept, int from, int to) {}

    private void add(Concept concept, String text) {
        Step step = root;
        for (String stem : PlainStems.of(text)) {
            step = step.next.computeIfAbsent(stem, s -> new Step());
        }
        if (step != root && !step.ends.contains(concept)) {
            step.ends.add(concept);
        }
    }

    /** In the order of the text, never overlapping. A wording that two concepts share tells neither. */
    List<Named> in(List<String> stems) {
        var found = new ArrayList<Named>();
        int at = 0;
        while (at < stems.size()) {
            Named longest = longestAt(stems, at);
            if (longest == null) {
                at++;
            } else {
                found.add(longest);
                at = longest.to();
            }
        }
        return found;
    }

    private @Nullable Named longestAt(List<String> stems, int from) {
        Named longest = null;
        Step step = root.next.get(stems.get(from));
        for (int to = from + 1; step != null; to++) {
            if (step.ends.size() == 1) {
                longest = new Named(step.ends.get(0), from, to);
            }
            step = to < stems.size() ? step.next.get(stems.get(to)) : null;
        }
        return longest;
    }
}
