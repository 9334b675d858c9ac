package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words with a line through them. No change is tracked, so they stand in the text like all the others; whether they are still agreed
 * only people can say, so they are named.
 */
final class StruckWords {

    private static final int MOST_NAMED = 12;
    private static final int LONGEST = 160;

    private final List<String> named = new ArrayList<>();
    private int more;

    /** @param page null where the format has none */
    void add(String words, @Nullable Integer page) {
        String clean = CleanText.of(words).replace('\n', ' ');
        if (clean.isEmpty()) {
            return;
        }
        if (named.size() >= MOST_NAMED) {
            more++;
            return;
        }
        String beginning = clean.length() > LONGEST ? clean.substring(0, LONGEST) + " …" : clean;
        named.add("“" + beginning + "”" + (page == null ? "" : " (page " + page + ")"));
    }

    List<String> gaps() {
        if (named.isEmpty()) {
            return List.of();
        }
        return List.of("Struck through in the file: " + String.join(", ", named)
                + (more == 0 ? "" : " and " + more + " more")
                + ". These words stand here like words in force. Read the original.");
    }
}
