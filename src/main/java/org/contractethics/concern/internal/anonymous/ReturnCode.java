package org.contractethics.concern.internal.anonymous;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What an anonymous filer comes back with: 20 random characters of Crockford's base 32 (100 bits) and the check character of that
 * scheme, which notices any one character that is wrong and any two that changed places. Shown once and kept nowhere.
 */
public final class ReturnCode {

    /** Without I, L, O and U. */
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static final int LENGTH = 20;

    private static final String CHECKS = ALPHABET + "*~$=U";
    private static final BigInteger CHECK = BigInteger.valueOf(37);
    private static final int BITS = 5;
    private static final int GROUP = 4;

    /** Far more than any way of writing a code; what is longer is not looked at. */
    private static final int LONGEST_TYPED = 200;

    /** The 21 characters in capitals, without anything between them. */
    private final String characters;

    private ReturnCode(String characters) {
        this.characters = characters;
    }

    public static ReturnCode random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ReturnCode(code.append(check(code)).toString());
    }

    /**
     * Reads a code as people type it: in small letters, with spaces and hyphens, with O for 0 and I or L for 1. Empty for everything that
     * cannot be a code.
     */
    public static Optional<ReturnCode> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String code = normal(typed);
        boolean whole = code.length() == LENGTH + 1
                && code.chars().limit(LENGTH).allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.charAt(LENGTH) == check(code.substring(0, LENGTH));
        return whole ? Optional.of(new ReturnCode(code)) : Optional.empty();
    }

    /** What a text would be read as if it were a code: letters and digits brought to one form, everything else left out. */
    static String normal(String typed) {
        StringBuilder normal = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char character = plain(typed.charAt(i));
            if (CHECKS.indexOf(character) >= 0) {
                normal.append(character);
            } else if (!isBetween(character)) {
                normal.append(' ');
            }
        }
        return normal.toString();
    }

    /** As it is shown: in groups of four, the check character last. */
    public String grouped() {
        StringBuilder grouped = new StringBuilder(LENGTH + LENGTH / GROUP + 1);
        for (int i = 0; i < characters.length(); i++) {
            grouped.append(i > 0 && i % GROUP == 0 ? "-" : "").append(characters.charAt(i));
        }
        return grouped.toString();
    }

    /** For deriving keys; never for showing or keeping. */
    String characters() {
        return characters;
    }

    /** Says nothing: a code must not get into a log line by accident. */
    @Override
    public String toString() {
        return "ReturnCode";
    }

    private static char check(CharSequence code) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < code.length(); i++) {
            value = value.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(code.charAt(i))));
        }
        return CHECKS.charAt(value.mod(CHECK).intValue());
    }

    private static char plain(char typed) {
        char capital = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        return switch (capital) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> capital;
        };
    }

    /** Signs that people put between the groups. */
    private static boolean isBetween(char typed) {
        return typed == '-'
                || typed == '\u2010'
                || typed == '\u2011'
                || typed == '\u2013'
                || Character.isWhitespace(typed)
                || Character.isSpaceChar(typed);
    }
}
