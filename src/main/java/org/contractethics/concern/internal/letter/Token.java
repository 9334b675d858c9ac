package org.contractethics.concern.internal.letter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Sha256;

/**
 * What a signatory of a counted letter hands in: proves that an employee signed this version of this letter, and does not say which.
 *
 * @param message prefix of 32 random bytes (RFC 9474), the letter and its version, and 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Token(byte[] message, byte[] signature) {

    private static final int PREFIX = 32;
    private static final int NONCE = 32;
    private static final Pattern HEX = Pattern.compile("([0-9a-f]{2}){1,1024}");
    private static final HexFormat FORMAT = HexFormat.of();

    /** As handed in; empty where it is no token at all. */
    public static Optional<Token> read(String message, String signature) {
        String first = message.strip();
        String second = signature.strip();
        return HEX.matcher(first).matches() && HEX.matcher(second).matches()
                ? Optional.of(new Token(FORMAT.parseHex(first), FORMAT.parseHex(second)))
                : Optional.empty();
    }

    /** Names this letter and version: one that was made for another one does not. */
    boolean isFor(ConcernId letter, int version) {
        byte[] words = words(letter, version);
        return message.length == PREFIX + words.length + NONCE
                && Arrays.equals(message, PREFIX, PREFIX + words.length, words, 0, words.length);
    }

    /** Under which it is remembered. */
    byte[] hash() {
        return Sha256.of(message);
    }

    /** What every token for this version says between its random bytes. */
    static String wordsOf(ConcernId letter, int version) {
        return "letter " + letter + " version " + version + " ";
    }

    static byte[] words(ConcernId letter, int version) {
        return wordsOf(letter, version).getBytes(StandardCharsets.UTF_8);
    }
}
