package org.contractethics.record.verification;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that is already in the canonical form of RFC 8785 and refuses any other spelling: white space, unsorted or
 * repeated keys, needless escapes, leading zeros. Of numbers it knows the integers up to 2^53 - 1, which is all the record
 * takes; null does not occur in it either.
 */
final class CanonicalReader {

    private static final int DEEPEST = 16;
    private static final int MOST_DIGITS = 16;
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private final CharBuffer text;

    private CanonicalReader(CharBuffer text) {
        this.text = text;
    }

    /** Objects as {@link Map}, arrays as {@link List}, texts as {@link String}, numbers as {@link Long}, {@link Boolean}. */
    static Object read(byte[] bytes) throws NotCanonicalException {
        CanonicalReader reader = new CanonicalReader(decoded(bytes));
        Object value = reader.value(0);
        if (reader.text.hasRemaining()) {
            throw reader.refused("something follows the end");
        }
        return value;
    }

    private static CharBuffer decoded(byte[] bytes) throws NotCanonicalException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new NotCanonicalException("bytes that are not UTF-8 (" + e.getMessage() + ")", 0);
        }
    }

    private Object value(int depth) throws NotCanonicalException {
        if (depth > DEEPEST) {
            throw refused("nested too deep");
        }
        char first = peek();
        return switch (first) {
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
        int start = text.position();
        if (peek() == '-') {
            text.get();
        }
        int digits = text.position();
        while (text.hasRemaining() && isDigit(text.get(text.position()))) {
            text.get();
        }
        int count = text.position() - digits;
        boolean leadingZero = count > 1 && text.get(digits) == '0';
        boolean minusZero = count == 1 && text.get(digits) == '0' && digits > start;
        if (count == 0 || count > MOST_DIGITS || leadingZero || minusZero) {
            throw refused("no canonical integer");
        }
        long value =
                Long.parseLong(text.duplicate().position(start).limit(text.position()), 0, text.position() - start, 10);
        if (Math.abs(value) > LARGEST_INTEGER) {
            throw refused("an integer beyond 2^53 - 1");
        }
        return value;
    }

    private String string() throws NotCanonicalException {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char next = text.get();
            if (next < ' ') {
                throw refused("a bare control character");
            }
            value.append(next == '\\' ? escaped() : next);
        }
        expect('"');
        return value.toString();
    }

    /** Only what must be escaped may be, and in the shortest way. */
    private char escaped() throws NotCanonicalException {
        peek();
        char kind = text.get();
        return switch (kind) {
            case '"', '\\' -> kind;
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
        char digit = peek();
        text.get();
        if (isDigit(digit)) {
            return digit - '0';
        }
        if (digit >= 'a' && digit <= 'f') {
            return digit - 'a' + 10;
        }
        throw refused("no lower-case hex digit");
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private char peek() throws NotCanonicalException {
        if (!text.hasRemaining()) {
            throw refused("the text ends early");
        }
        return text.get(text.position());
    }

    private void expect(char character) throws NotCanonicalException {
        if (peek() != character) {
            throw refused("no " + character);
        }
        text.get();
    }

    private NotCanonicalException refused(String what) {
        String before = text.duplicate().flip().toString();
        return new NotCanonicalException(what, before.getBytes(StandardCharsets.UTF_8).length);
    }
}
