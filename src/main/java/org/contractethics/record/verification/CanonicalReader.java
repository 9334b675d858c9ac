package org.contractethics.record.verification;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that is already in the canonical form of RFC 8785 and refuses any other spelling: white space, unsorted or
 * repeated keys, needless escapes, leading zeros. Of numbers it knows the integers up to 2^53 - 1, which is all the record
 * takes; null does not occur in it either. Reads the bytes themselves: what stands between two quotation marks is decoded, nothing else
 * may be more than ASCII.
 */
final class CanonicalReader {

    private static final int DEEPEST = 16;
    private static final int MOST_DIGITS = 16;
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private final byte[] bytes;
    private int at;

    private CanonicalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Objects as {@link Map}, arrays as {@link List}, texts as {@link String}, numbers as {@link Long}, {@link Boolean}. */
    static Object read(byte[] bytes) throws NotCanonicalException {
        CanonicalReader reader = new CanonicalReader(bytes);
        Object value = reader.value(0);
        if (reader.at < bytes.length) {
            throw reader.refused("something follows the end");
        }
        return value;
    }

    private Object value(int depth) throws NotCanonicalException {
        if (depth > DEEPEST) {
            throw refused("nested too deep");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> integer();
        };
    }

    private Map<String, Object> object(int depth) throws NotCanonicalException {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        String previous = null;
        while (peek() != '}') {
            if (previous != null) {
                expect(',');
            }
            String key = string();
            if (previous != null && previous.compareTo(key) >= 0) {
                throw refused("keys out of order");
            }
            expect(':');
            members.put(key, value(depth + 1));
            previous = key;
        }
        expect('}');
        return members;
    }

    private List<Object> array(int depth) throws NotCanonicalException {
        List<Object> values = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!values.isEmpty()) {
                expect(',');
            }
            values.add(value(depth + 1));
        }
        expect(']');
        return values;
    }

    private Boolean word(String word, boolean value) throws NotCanonicalException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private Long integer() throws NotCanonicalException {
        boolean negative = peek() == '-';
        int digits = negative ? ++at : at;
        long value = 0;
        while (at < bytes.length && isDigit(bytes[at]) && at - digits <= MOST_DIGITS) {
            value = value * 10 + (bytes[at++] - '0');
        }
        int count = at - digits;
        boolean leadingZero = count > 1 && bytes[digits] == '0';
        boolean minusZero = negative && count == 1 && value == 0;
        if (count == 0 || count > MOST_DIGITS || leadingZero || minusZero) {
            throw refused("no canonical integer");
        }
        if (value > LARGEST_INTEGER) {
            throw refused("an integer beyond 2^53 - 1");
        }
        return negative ? -value : value;
    }

    /** Most have neither an escape nor a letter beyond ASCII. */
    private String string() throws NotCanonicalException {
        expect('"');
        int start = at;
        int all = 0;
        while (peek() != '"' && bytes[at] != '\\') {
            if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw refused("a bare control character");
            }
            all |= bytes[at++];
        }
        String plain = all >= 0 ? new String(bytes, start, at - start, StandardCharsets.ISO_8859_1) : decoded(start);
        if (bytes[at] == '\\') {
            return withEscapes(plain);
        }
        expect('"');
        return plain;
    }

    private String withEscapes(String before) throws NotCanonicalException {
        StringBuilder value = new StringBuilder(before);
        int start = at;
        while (peek() != '"') {
            if (bytes[at] == '\\') {
                value.append(decoded(start));
                at++;
                value.append(escaped());
                start = at;
            } else if (bytes[at] >= 0 && bytes[at] < ' ') {
                throw refused("a bare control character");
            } else {
                at++;
            }
        }
        value.append(decoded(start));
        expect('"');
        return value.toString();
    }

    /** From there to here: bytes of ASCII stand before and behind, so no character is cut. */
    private String decoded(int start) throws NotCanonicalException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, at - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotCanonicalException("bytes that are not UTF-8 (" + e.getMessage() + ")", start);
        }
    }

    /** Only what must be escaped may be, and in the shortest way. */
    private char escaped() throws NotCanonicalException {
        int kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\' -> (char) kind;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw refused("a needless escape");
        };
    }

    private char control() throws NotCanonicalException {
        expect('0');
        expect('0');
        int value = hexDigit() * 16 + hexDigit();
        boolean hasShortForm = value == '\b' || value == '\t' || value == '\n' || value == '\f' || value == '\r';
        if (value >= ' ' || hasShortForm) {
            throw refused("a needless escape");
        }
        return (char) value;
    }

    private int hexDigit() throws NotCanonicalException {
        int digit = peek();
        at++;
        if (isDigit(digit)) {
            return digit - '0';
        }
        if (digit >= 'a' && digit <= 'f') {
            return digit - 'a' + 10;
        }
        throw refused("no lower-case hex digit");
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Negative where a byte of a longer character stands. */
    private int peek() throws NotCanonicalException {
        if (at >= bytes.length) {
            throw refused("the text ends early");
        }
        return bytes[at];
    }

    private void expect(char character) throws NotCanonicalException {
        if (peek() != character) {
            throw refused("no " + character);
        }
        at++;
    }

    private NotCanonicalException refused(String what) {
        return new NotCanonicalException(what, at);
    }
}
