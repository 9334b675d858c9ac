package org.contractethics.concern.internal;

import org.contractethics.shared.Refused;

/** Why somebody did something that others read and that stays: as long as a sentence, for nobody decides with "ok". */
public final class GivenReason {

    private static final int SHORTEST = 30;
    private static final int LONGEST = 2_000;

    private GivenReason() {}

    /** Without what cannot be seen. Refused with these words where it is too short or too long. */
    public static String demand(String typed, String otherwise) {
        String reason = PlainText.of(typed);
        if (!isWhole(reason)) {
            throw Refused.invalid(otherwise);
        }
        return reason;
    }

    /** Whether enough of a text can be seen, and it is not too long: spaces and signs without width fill no sentence. */
    public static boolean isWhole(String plain) {
        return visible(plain).codePoints().count() >= SHORTEST && plain.length() <= LONGEST;
    }

    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.UNASSIGNED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
