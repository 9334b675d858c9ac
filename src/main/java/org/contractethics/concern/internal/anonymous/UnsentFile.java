package org.contractethics.concern.internal.anonymous;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.CleanCopies.Trace;

/** What is told of a file to its sender and its readers, without the file itself. */
public record UnsentFile(int number, String name, int size, Outcome outcome, String extension, List<Found> found) {

    public UnsentFile {
        found = List.copyOf(found);
    }

    static UnsentFile of(int number, String name, int size, Cleaned cleaned) {
        return new UnsentFile(number, name, size, cleaned.outcome(), cleaned.extension(), cleaned.found());
    }

    /** The file as it came, and the copy; empty where there is none. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Content(byte[] original, byte[] copy) {

        byte[] bytes() {
            return written(out -> {
                out.writeInt(original.length);
                out.write(original);
                out.write(copy);
            });
        }

        static Content of(byte[] bytes) {
            return read(bytes, in -> {
                byte[] original = in.readNBytes(in.readInt());
                return new Content(original, in.readAllBytes());
            });
        }
    }

    /** For sealing. */
    public byte[] bytes() {
        return written(out -> {
            out.writeUTF(name);
            out.writeInt(size);
            out.writeUTF(outcome.name());
            out.writeUTF(extension);
            out.writeInt(found.size());
            for (Found one : found) {
                out.writeUTF(one.trace().name());
                out.writeUTF(one.detail());
            }
        });
    }

    public static UnsentFile of(int number, byte[] bytes) {
        return read(bytes, in -> {
            String name = in.readUTF();
            int size = in.readInt();
            Outcome outcome = Outcome.valueOf(in.readUTF());
            String extension = in.readUTF();
            List<Found> found = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                found.add(new Found(Trace.valueOf(in.readUTF()), in.readUTF()));
            }
            return new UnsentFile(number, name, size, outcome, extension, found);
        });
    }

    private interface Writer {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reader<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] written(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reader.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
