package org.contractethics.review.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** What the record makes of a text: an entry holds it in normal form C, as JSON in its canonical form (RFC 8785). */
final class RecordedText {

    private RecordedText() {}

    /** How many bytes of an entry the text takes. */
    static int bytes(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        for (int i = 0; i < text.length(); i++) {
            bytes += escape(text.charAt(i));
        }
        return bytes;
    }

    /** How many bytes a character takes beyond its own. */
    private static int escape(char character) {
        return switch (character) {
            case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> 1;
            default -> character < ' ' ? 5 : 0;
        };
    }

    /** Whether database and record can hold it: PostgreSQL refuses U+0000, the record half of a surrogate pair. */
    static boolean storable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
