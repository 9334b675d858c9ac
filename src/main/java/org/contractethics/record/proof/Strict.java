package org.contractethics.record.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads texts that have exactly one spelling: two files that differ in a byte must never mean the same. */
final class Strict {

    static final int HASH = 32;

    private static final int MOST_DIGITS = 20;

    private Strict() {}

    /** An unsigned number of 64 bits in decimal, without sign or leading zeros. */
    static long number(String text) throws NotProvenException {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > MOST_DIGITS || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new NotProvenException("no decimal number: " + shortened(text));
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new NotProvenException("a number beyond 64 bits: " + text);
        }
    }

    /** Standard Base64 with its padding, and no bits left over. */
    static byte[] base64(String text) throws NotProvenException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new NotProvenException("no Base64: " + shortened(text));
    }

    static byte[] hash(String text) throws NotProvenException {
        byte[] bytes = base64(text);
        if (bytes.length != HASH) {
            throw new NotProvenException("a hash of " + bytes.length + " bytes instead of 32");
        }
        return bytes;
    }

    /** UTF-8 without control characters other than line ends. */
    static String text(byte[] bytes) throws NotProvenException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotProvenException("bytes that are not UTF-8");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NotProvenException("a control character");
        }
        return text;
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
