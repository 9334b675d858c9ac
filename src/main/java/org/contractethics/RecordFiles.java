package org.contractethics;

import static org.contractethics.ProductionSettings.RECORD_CHECKPOINTS;
import static org.contractethics.ProductionSettings.RECORD_POLICY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.record.WitnessFile;

/** The file that names the witnesses of the record, and the one outside the database that its checkpoints are added to. */
final class RecordFiles {

    private static final String WANTED =
            "put the path of a file with at least one witness there, see config/record-policy.example.";

    private RecordFiles() {}

    /** One sentence for each file that cannot stand. */
    static List<String> problems(ProductionSettings settings) {
        return Stream.concat(
                        policy(settings.get(RECORD_POLICY)).stream(),
                        checkpoints(settings.get(RECORD_CHECKPOINTS)).stream())
                .toList();
    }

    private static Optional<String> policy(String file) {
        if (file.isEmpty()) {
            return Optional.of("Setting %s is missing: %s".formatted(RECORD_POLICY, WANTED));
        }
        try {
            return WitnessFile.problem(Files.readAllBytes(Path.of(file)))
                    .map(what -> "Setting %s names a file that %s: %s".formatted(RECORD_POLICY, what, WANTED));
        } catch (IOException | InvalidPathException e) {
            return Optional.of("Setting %s names no readable file: %s".formatted(RECORD_POLICY, WANTED));
        }
    }

    /** May be left out; where it is given the first checkpoint must not be the one to find that it cannot be written. */
    private static Optional<String> checkpoints(String file) {
        return file.isEmpty() || writable(file)
                ? Optional.empty()
                : Optional.of(
                        "Setting %s names a file that cannot be written: put the path of one there that can, or nothing."
                                .formatted(RECORD_CHECKPOINTS));
    }

    private static boolean writable(String name) {
        try {
            Path file = Path.of(name).toAbsolutePath();
            Path folder = file.getParent();
            return Files.exists(file)
                    ? Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file)
                    : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
