package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.review.internal.Problems;

/** Texts that go into the record: short enough for one entry. */
final class Texts {

    private static final int LONGEST = 4_000;

    private Texts() {}

    /** A text that has to be there. */
    static Problems demand(Problems problems, String text, String field, String message) {
        return problems.when(text.isBlank(), field, message).when(tooLong(text), field, shorten(text));
    }

    /** A moment of the day, by which the processes know it. */
    static String endOf(LocalDate day) {
        return day.atTime(17, 0).toInstant(ZoneOffset.UTC).toString();
    }

    /** The beginning of a longer text; no character that takes two is cut in half, which nothing could store. */
    static String upTo(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
        return text.substring(0, end) + "…";
    }

    private static boolean tooLong(String text) {
        return text.length() > LONGEST;
    }

    private static String shorten(String text) {
        return "Shorten this to at most 4,000 characters. It has " + text.length() + ".";
    }
}
