package org.contractethics.document.extraction;

import java.nio.charset.StandardCharsets;

/** Cuts an RTF text into groups, control words and characters. */
final class RtfTokens {

    enum Kind {
        OPEN,
        CLOSE,
        WORD,
        BYTE,
        END
    }

    private static final int LONGEST_WORD = 32;
    private static final int MOST_DIGITS = 10;

    private final byte[] bytes;
    private int at;
    private String word = "";
    private int number;
    private boolean numbered;
    private int value;

    RtfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    Kind next() {
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == 0)) {
            at++;
        }
        if (at >= bytes.length) {
            return Kind.END;
        }
        byte first = bytes[at++];
        return switch (first) {
            case '{' -> Kind.OPEN;
            case '}' -> Kind.CLOSE;
            case '\\' -> control();
            default -> aByte(first & 0xFF);
        };
    }

    private Kind aByte(int byteValue) {
        value = byteValue;
        return Kind.BYTE;
    }

    private Kind control() {
        if (at >= bytes.length) {
            return Kind.END;
        }
        int c = bytes[at] & 0xFF;
        if (Character.isLetter(c) && c < 128) {
            return controlWord();
        }
        at++;
        if (c == '\'') {
            int hex = at + 1 < bytes.length
                    ? Character.digit(bytes[at], 16) * 16 + Character.digit(bytes[at + 1], 16)
                    : -1;
            at = Math.min(bytes.length, at + 2);
            return hex < 0 ? next() : aByte(hex);
        }
        word = c == '\r' || c == '\n' ? "par" : String.valueOf((char) c);
        numbered = false;
        number = 0;
        return "\\{}".indexOf(c) >= 0 ? aByte(c) : Kind.WORD;
    }

    private Kind controlWord() {
        int start = at;
        while (at < bytes.length && isLetter(bytes[at]) && at - start < LONGEST_WORD) {
            at++;
        }
        word = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
        readNumber();
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            // raw bytes of a picture
            at = (int) Math.min(bytes.length, at + (long) Math.max(0, number));
        }
        return Kind.WORD;
    }

    private void readNumber() {
        boolean minus = at < bytes.length && bytes[at] == '-';
        int digit = minus ? at + 1 : at;
        int start = digit;
        long count = 0;
        while (digit < bytes.length && Character.isDigit(bytes[digit]) && digit - start < MOST_DIGITS) {
            count = count * 10 + (bytes[digit] - '0');
            digit++;
        }
        numbered = digit > start;
        number = numbered ? (int) Math.min(Integer.MAX_VALUE, count) * (minus ? -1 : 1) : 0;
        at = numbered ? digit : at;
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }

    String word() {
        return word;
    }

    /** The number behind the word; the other value where there is none. */
    int number(int otherwise) {
        return numbered ? number : otherwise;
    }

    /** Whether the word is switched on: it has no number, or another than 0. */
    boolean on() {
        return number(1) != 0;
    }

    int value() {
        return value;
    }
}
