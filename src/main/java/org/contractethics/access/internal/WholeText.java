package org.contractethics.access.internal;

/**
 * What the database and the record hold: a text without NUL, and without half of a character. Nobody types these; cut out without a
 * word, they would leave another text than was sent.
 */
public final class WholeText {

    /** Goes on from the name of the field. */
    public static final String PROBLEM =
            "holds a character that no text can hold: NUL, or half of a character. Remove it.";

    private WholeText() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(WholeText::isUnkept);
    }

    /** The text without what cannot be kept or shown. */
    public static String of(String text) {
        return is(text)
                ? text
                : text.codePoints()
                        .filter(c -> !isUnkept(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isUnkept(int c) {
        return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
