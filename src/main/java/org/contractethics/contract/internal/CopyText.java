package org.contractethics.contract.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Rows in the text form of COPY, as UTF-8. What has to be escaped is ASCII, so that it is looked for among the bytes. */
final class CopyText {

    private byte[] bytes;
    private int length;

    CopyText(int expectedBytes) {
        bytes = new byte[Math.max(64, expectedBytes)];
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** @param value a collection becomes an array, a missing value null */
    void field(@Nullable Object value) {
        if (value == null) {
            raw((byte) '\\');
            raw((byte) 'N');
        } else if (value instanceof Collection<?> elements) {
            escaped(array(elements));
        } else {
            escaped(value.toString());
        }
    }

    void nextField() {
        raw((byte) '\t');
    }

    void nextRow() {
        raw((byte) '\n');
    }

    private void escaped(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        demand(2 * text.length);
        for (byte b : text) {
            byte letter = letterFor(b);
            if (letter == 0) {
                bytes[length++] = b;
            } else {
                bytes[length++] = '\\';
                bytes[length++] = letter;
            }
        }
    }

    /** 0 where the byte stands for itself. */
    private static byte letterFor(byte b) {
        return switch (b) {
            case '\\' -> (byte) '\\';
            case '\n' -> (byte) 'n';
            case '\r' -> (byte) 'r';
            case '\t' -> (byte) 't';
            default -> 0;
        };
    }

    private static String array(Collection<?> elements) {
        if (elements.isEmpty()) {
            return "{}";
        }
        StringBuilder array = new StringBuilder("{");
        for (Object element : elements) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            array.append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""));
            array.append('"');
        }
        return array.append('}').toString();
    }

    private void raw(byte b) {
        demand(1);
        bytes[length++] = b;
    }

    private void demand(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
