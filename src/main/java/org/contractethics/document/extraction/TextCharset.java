package org.contractethics.document.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the characters of a plain text are stored: its byte order mark says so, or it is UTF-8 without a fault, or Western. */
final class TextCharset {

    /** What older programs for Windows write; every byte has a meaning in it. */
    static final Charset WESTERN = Charset.forName("windows-1252");

    private TextCharset() {}

    static Charset of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Charset marked = byMark(in.readNBytes(3));
            if (marked != null) {
                return marked;
            }
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WESTERN;
    }

    private static @Nullable Charset byMark(byte[] mark) {
        if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        boolean utf8 = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        return utf8 ? StandardCharsets.UTF_8 : null;
    }

    static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[64 * 1024];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                Reader reader = new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            int read = reader.read(buffer);
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
