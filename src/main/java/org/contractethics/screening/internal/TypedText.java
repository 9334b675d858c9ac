package org.contractethics.screening.internal;

/** What nobody types: control characters, halves of a character, and what turns the words behind it round. */
final class TypedText {

    private TypedText() {}

    static boolean unreadable(String text) {
        return text.codePoints().anyMatch(TypedText::unreadable);
    }

    private static boolean unreadable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return control || half || turning;
    }
}
