package org.contractethics.record.proof;

import java.util.regex.Pattern;

/**
 * Words of others inside a line of our own, on a terminal or in a log: signs that end the line, move the cursor or turn the direction are
 * written out, so that nobody says there what only the program says.
 */
public final class PlainText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private PlainText() {}

    /** The same on one line, a line feed as a backslash, a u and four digits. */
    public static String of(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(sign -> String.format("\\\\u%04x", sign.group().codePointAt(0)));
    }
}
