package org.contractethics.document.isolation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.CleanCopies.Trace;

/**
 * A file and its copy on a pipe, each under its length. What comes back is held against what a copy can be: a hostile file may have taken
 * the process over.
 */
final class CleanedFrames {

    static final int LONGEST_FILE = 32 * 1024 * 1024;

    private static final int LONGEST_COPY = 64 * 1024 * 1024;
    private static final int MOST_FOUND = 60;
    private static final int LONGEST_DETAIL = 2_000;
    private static final Map<String, byte[]> SIGNATURES = Map.of(
            "jpg", new byte[] {(byte) 0xFF, (byte) 0xD8},
            "png", new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            "pdf", new byte[] {'%', 'P', 'D', 'F'},
            "txt", new byte[0]);

    private CleanedFrames() {}

    static void writeFile(OutputStream out, byte[] file) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(file.length);
        data.write(file);
        data.flush();
    }

    static byte[] readFile(InputStream in) throws IOException {
        return bytes(new DataInputStream(in), LONGEST_FILE);
    }

    static void write(OutputStream out, Cleaned cleaned) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeUTF(cleaned.outcome().name());
        data.writeUTF(cleaned.extension());
        data.writeInt(cleaned.found().size());
        for (Found one : cleaned.found()) {
            data.writeUTF(one.trace().name());
            data.writeUTF(one.detail());
        }
        data.writeInt(cleaned.copy().length);
        data.write(cleaned.copy());
        data.flush();
    }

    static Cleaned read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            Outcome outcome = Outcome.valueOf(data.readUTF());
            String extension = data.readUTF();
            List<Found> found = found(data);
            byte[] copy = bytes(data, LONGEST_COPY);
            demand(outcome == Outcome.COPIED ? isCopy(extension, copy) : copy.length == 0, "copy");
            return outcome == Outcome.COPIED ? new Cleaned(outcome, extension, copy, found) : Cleaned.without(outcome);
        } catch (IllegalArgumentException unknownName) {
            throw new ImpossibleAnswerException("a name that is none");
        }
    }

    private static List<Found> found(DataInputStream data) throws IOException {
        int number = data.readInt();
        demand(number >= 0 && number <= MOST_FOUND, "number of traces");
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Trace trace = Trace.valueOf(data.readUTF());
            String detail = data.readUTF();
            demand(detail.length() <= LONGEST_DETAIL && detail.indexOf('\0') < 0, "detail");
            found.add(new Found(trace, detail));
        }
        return found;
    }

    private static boolean isCopy(String extension, byte[] copy) {
        byte[] signature = SIGNATURES.get(extension);
        if (signature == null || copy.length < Math.max(1, signature.length)) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (copy[i] != signature[i]) {
                return false;
            }
        }
        return !extension.equals("txt") || isText(copy);
    }

    private static boolean isText(byte[] copy) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(copy))
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] bytes(DataInputStream data, int longest) throws IOException {
        int length = data.readInt();
        demand(length >= 0 && length <= longest, "length");
        byte[] bytes = data.readNBytes(length);
        demand(bytes.length == length, "torn");
        return bytes;
    }

    private static void demand(boolean met, String what) throws IOException {
        if (!met) {
            throw new ImpossibleAnswerException("an answer that cannot be: " + what);
        }
    }
}
