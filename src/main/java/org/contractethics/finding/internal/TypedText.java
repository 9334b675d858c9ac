package org.contractethics.finding.internal;

/** What nobody types and the database does not keep: NUL, other control characters, halves of a character. */
final class TypedText {

    static final String PROBLEM = "Remove the control characters from this text.";

    private TypedText() {}

    static boolean unreadable(String text) {
        return text.codePoints().anyMatch(TypedText::unreadable);
    }

    private static boolean unreadable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return control || half;
    }
}
