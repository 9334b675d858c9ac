package org.contractethics.concern.internal.destroyed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.shared.WholeAppend;

/** The file of {@link DestroyedList}. Whoever adds a line has it to themselves, on whatever node: all of it is there afterwards, or nothing. */
final class DestroyedFile {

    private final Path path;
    private final DestroyedLines lines;
    private final WholeAppend whole;

    DestroyedFile(Path path, DestroyedLines lines) {
        this(path, lines, new WholeAppend());
    }

    DestroyedFile(Path path, DestroyedLines lines, WholeAppend whole) {
        this.path = path;
        this.lines = lines;
        this.whole = whole;
    }

    Path path() {
        return path;
    }

    boolean isThere() {
        return Files.exists(path);
    }

    void create() throws IOException {
        Files.createFile(path);
    }

    long size() throws IOException {
        return Files.size(path);
    }

    DestroyedLines.Content read() throws IOException {
        return lines.read(Files.readString(path, StandardCharsets.ISO_8859_1));
    }

    /** Adds a line; the file has to be there, or a folder that is not mounted would begin another list. */
    DestroyedLines.Content add(LocalDate day, String what, String subject) throws IOException {
        // a lock of the file is held by a process, not by a thread
        synchronized (DestroyedFile.class) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // goes with the channel
                var unused = channel.lock();
                String before = text(channel);
                String more = lines.more(before, day, what, subject);
                whole.append(channel, more.getBytes(StandardCharsets.ISO_8859_1));
                hideHour(day);
                return lines.read(before + more);
            }
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all of it is there
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    /** The hour of a withdrawal stands nowhere, so it should not stand beside the name of this file either. */
    private void hideHour(LocalDate day) throws IOException {
        Files.setLastModifiedTime(
                path, FileTime.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
