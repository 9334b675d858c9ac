package org.contractethics.record.verification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.contractethics.record.proof.NotProvenException;

/** Text files of an export have one spelling, or a changed byte could mean the same. */
final class ExportLines {

    private ExportLines() {}

    /** The lines of a file: each ends with a line feed, and nothing else ends one. */
    static List<String> of(ExportFiles files, String name) throws IOException, NotProvenException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(files.read(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(name);
        }
        if (text.isEmpty()) {
            return List.of();
        }
        if (!text.endsWith("\n")) {
            throw unreadable(name);
        }
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** The number of an entry in decimal, without sign or leading zeros. */
    static long number(String digits) {
        long number = Long.parseLong(digits);
        if (number < 0 || !Long.toString(number).equals(digits)) {
            throw new IllegalArgumentException("not canonical");
        }
        return number;
    }

    static byte[] base64(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not canonical");
        }
        return bytes;
    }

    static NotProvenException unreadable(String name) {
        return new NotProvenException("the file " + name + " cannot be read");
    }
}
