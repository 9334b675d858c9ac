package org.contractethics.document.extraction;

import java.util.Locale;

/** Prints a count the way a Word list asks for. */
final class NumberFormats {

    private NumberFormats() {}

    static String print(int count, String format) {
        return switch (format) {
            case "lowerLetter" -> letters(count).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(count);
            case "lowerRoman" -> RomanNumber.of(count).toLowerCase(Locale.ROOT);
            case "upperRoman" -> RomanNumber.of(count);
            case "decimalZero" -> count < 10 ? "0" + count : Integer.toString(count);
            case "none", "bullet" -> "";
            default -> Integer.toString(count);
        };
    }

    /** A to Z, then AA, BB and so on, as Word does. */
    private static String letters(int count) {
        if (count < 1 || count > 26 * 20) {
            return Integer.toString(count);
        }
        char letter = (char) ('A' + (count - 1) % 26);
        return String.valueOf(letter).repeat((count - 1) / 26 + 1);
    }
}
