package org.contractethics.access.internal;

/**
 * A text that shows nothing is no text: spaces that Java takes for letters, signs without width, fillers. Taken for one, it would
 * pass wherever a reason is demanded.
 */
public final class SeenText {

    private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private SeenText() {}

    /** The text as it was sent; empty where nobody would see anything of it. Blanks alone stay: every form knows them. */
    public static String of(String text) {
        return !text.isBlank() && text.codePoints().allMatch(SeenText::isUnseen) ? "" : text;
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || isVariation(c)
                || FILLERS.indexOf(c) >= 0;
    }

    /** Selectors of how the character before is drawn; without one there is nothing to draw. */
    private static boolean isVariation(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    }
}
