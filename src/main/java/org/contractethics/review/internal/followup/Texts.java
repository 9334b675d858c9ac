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

    /** The end of the working day, as the processes are told of it. */
    static String endOf(LocalDate day) {
        return day.atTime(17, 0).toInstant(ZoneOffset.UTC).toString();
    }

    static String upTo(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters) + "…";
    }

    private static boolean tooLong(String text) {
        return text.length() > LONGEST;
    }

    private static String shorten(String text) {
        return "Shorten this to at most 4,000 characters. It has " + text.length() + ".";
    }
}
