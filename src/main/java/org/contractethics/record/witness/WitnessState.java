package org.contractethics.record.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.proof.UnknownSignerException;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.shared.Sha256;

/** The last checkpoint of each log, one file for each. It is on the disk before anything is cosigned. */
final class WitnessState {

    /** A log that contradicts itself again and again must not fill the disk. */
    private static final int MOST_EVIDENCE = 100;

    private final Path folder;

    WitnessState(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(folder.resolve("contradictions"));
    }

    /** Empty where none was ever cosigned; a file that is not as this program left it is no reason to begin anew. */
    Optional<Checkpoint> last(String origin, List<VerifierKey> log) throws IOException {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.parse(
                    SignedNote.open(Files.readAllBytes(file), log).text()));
        } catch (UnknownSignerException e) {
            throw new IOException(
                    "the last checkpoint of this witness in " + file + " is signed by no key that it knows: a key"
                            + " goes only when a checkpoint with the next one has been kept",
                    e);
        } catch (NotProvenException e) {
            throw new IOException("the state of this witness in " + file + " is damaged: " + e.getMessage(), e);
        }
    }

    void keep(String origin, String checkpoint) {
        try {
            Path unfinished = folder.resolve("unfinished");
            write(unfinished, checkpoint);
            Files.move(unfinished, file(origin), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint could not be kept", e);
        }
    }

    /** A validly signed checkpoint that contradicts an earlier one proves that the log misbehaved. */
    void keepEvidence(String checkpoint) {
        Path contradictions = folder.resolve("contradictions");
        try (Stream<Path> kept = Files.list(contradictions)) {
            if (kept.count() < MOST_EVIDENCE) {
                write(contradictions.resolve(hash(checkpoint) + ".checkpoint"), checkpoint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the contradiction could not be kept", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path file(String origin) {
        return folder.resolve(hash(origin) + ".checkpoint");
    }

    private static String hash(String text) {
        return Sha256.hex(text).substring(0, 32);
    }
}
