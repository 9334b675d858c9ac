package org.contractethics.shared;

/**
 * What nobody types: NUL, other control characters, halves of a character, and what turns the words behind it round so that a
 * reader sees another text than the one that is kept.
 */
public final class TypedText {

    public static final String PROBLEM = "Remove the control characters from this text.";

    private TypedText() {}

    public static boolean unreadable(String text) {
        return text.codePoints().anyMatch(TypedText::unreadable);
    }

    private static boolean unreadable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return control || half || turning;
    }
}
