package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.shared.WholeAppend;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A file outside the database that every checkpoint is added to: a memory that no change of the database reaches. */
@Component
class CheckpointFile {

    private static final String BEGINNING = "# ";
    private static final int READ_AT_ONCE = 8_192;

    /** A note as it is added: the three lines of a checkpoint and a whole signature of its log, two while keys are exchanged. */
    private static final Pattern WHOLE = Pattern.compile("\n# [^\n]*\n("
            + "[^\n]+\n(?:0|[1-9][0-9]*)\n[A-Za-z0-9+/]{43}=\n\n"
            + "(?:\u2014 [^ \n]+ [A-Za-z0-9+/]{91}=\n){1,2})");

    private final @Nullable Path file;
    private final WholeAppend whole;

    @Autowired
    CheckpointFile(RecordSettings settings) {
        this(settings, new WholeAppend());
    }

    CheckpointFile(RecordSettings settings, WholeAppend whole) {
        this.file = settings.checkpointFile();
        this.whole = whole;
    }

    /** All of it is in the file afterwards, or nothing. */
    void add(StoredCheckpoint checkpoint) {
        if (file == null) {
            return;
        }
        try {
            append(file, unfinished(file) + BEGINNING + checkpoint.signedAt() + "\n" + checkpoint.note());
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint could not be added to " + file, e);
        }
    }

    private void append(Path to, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            whole.append(channel, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Ends the line of a note that nobody could finish, so that the next is not read as a part of it. */
    private static String unfinished(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return "";
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            return end(reader, 1).equals("\n") ? "" : "\n";
        }
    }

    /** The signed note that was added last; one that is not whole counts for nothing. */
    Optional<String> last() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long read = READ_AT_ONCE;
            Optional<String> note = lastWhole("\n" + end(reader, read));
            while (note.isEmpty() && read < reader.length()) {
                read *= 2;
                note = lastWhole("\n" + end(reader, read));
            }
            return note;
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", e);
        }
    }

    private static String end(RandomAccessFile reader, long most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, reader.length())];
        reader.seek(reader.length() - bytes.length);
        reader.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<String> lastWhole(String text) {
        Matcher whole = WHOLE.matcher(text);
        int begins = text.lastIndexOf("\n" + BEGINNING);
        while (begins >= 0 && !whole.region(begins, text.length()).lookingAt()) {
            begins = text.lastIndexOf("\n" + BEGINNING, begins - 1);
        }
        return begins < 0 ? Optional.empty() : Optional.of(whole.group(1));
    }
}
