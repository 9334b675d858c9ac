package org.contractethics.review.internal;

import java.util.Arrays;
import java.util.Locale;

/** Tells a reason from a mark that somebody typed to get past a field. */
public final class RealWords {

    /** Characters that a reason has at least. */
    public static final int LEAST = 30;

    private static final int LEAST_WORDS = 4;

    private RealWords() {}

    /** Whether this is too short for a reason, or the same word again and again. */
    public static boolean lacking(String text) {
        return lacking(text, LEAST, LEAST_WORDS);
    }

    static boolean lacking(String text, int least, int words) {
        String said = text.strip();
        long different = Arrays.stream(said.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1)
                .distinct()
                .count();
        return said.length() < least || different < words;
    }
}
