package org.contractethics.review.internal.followup;

import org.contractethics.review.internal.Problems;

/** Texts that go into the record: short enough for one entry. */
final class Texts {

    private static final int LONGEST = 4_000;

    private Texts() {}

    /** A text that has to be there. */
    static Problems demand(Problems problems, String text, String field, String message) {
        return problems.when(text.isBlank(), field, message).when(tooLong(text), field, shorten(text));
    }

    private static boolean tooLong(String text) {
        return text.length() > LONGEST;
    }

    private static String shorten(String text) {
        return "Shorten this to at most 4,000 characters. It has " + text.length() + ".";
    }
}
