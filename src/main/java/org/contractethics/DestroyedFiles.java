package org.contractethics;

import static org.contractethics.ProductionSettings.DESTROYED;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The list of what was destroyed of concerns: without it a restored backup would bring withdrawn concerns back. */
final class DestroyedFiles {

    private static final String WANTED =
            "put the path of the list of what was destroyed there, outside of the database and its backups.";

    private DestroyedFiles() {}

    /** One sentence where the list cannot stand. One that is not there is never begun: it may be the one that was lost. */
    static List<String> problems(ProductionSettings settings) {
        String file = settings.get(DESTROYED);
        if (file.isEmpty()) {
            return List.of("Setting %s is missing: %s".formatted(DESTROYED, WANTED));
        }
        return usable(file)
                ? List.of()
                : List.of(
                        ("Setting %s names no file that can be read and written: %s Make an empty file for the very first start;"
                                        + " put the list back where it was lost.")
                                .formatted(DESTROYED, WANTED));
    }

    private static boolean usable(String name) {
        try {
            Path file = Path.of(name);
            return Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
