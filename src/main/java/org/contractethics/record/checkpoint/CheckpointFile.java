package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.contractethics.record.internal.RecordSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A file outside the database that every checkpoint is added to: a memory that no change of the database reaches. */
@Component
class CheckpointFile {

    private static final String BEGINNING = "# ";
    private static final int LONGEST = 8_192;

    private final @Nullable Path file;

    CheckpointFile(RecordSettings settings) {
        this.file = settings.checkpointFile();
    }

    void add(StoredCheckpoint checkpoint) {
        if (file == null) {
            return;
        }
        String text = BEGINNING + checkpoint.signedAt() + "\n" + checkpoint.note();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint could not be added to " + file, e);
        }
    }

    /** The signed note that was added last. */
    Optional<String> last() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(Math.max(0, reader.length() - LONGEST));
            byte[] bytes = new byte[(int) Math.min(LONGEST, reader.length())];
            reader.readFully(bytes);
            String end = new String(bytes, StandardCharsets.UTF_8);
            int begins = ("\n" + end).lastIndexOf("\n" + BEGINNING);
            int note = begins < 0 ? -1 : end.indexOf('\n', begins);
            return note < 0 ? Optional.empty() : Optional.of(end.substring(note + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", e);
        }
    }
}
