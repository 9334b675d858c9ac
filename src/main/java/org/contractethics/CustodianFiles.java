package org.contractethics;

import static org.contractethics.ProductionSettings.CUSTODIAN_LOOKUP;
import static org.contractethics.ProductionSettings.CUSTODIAN_PRIVATE;
import static org.contractethics.ProductionSettings.CUSTODIAN_PUBLIC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the custodian where they are given as files. */
final class CustodianFiles {

    private static final String FILE = "file:";

    private CustodianFiles() {}

    /** One sentence for each file that cannot stand; what is given by itself is judged elsewhere. */
    static List<String> problems(ProductionSettings settings) {
        return Stream.of(CUSTODIAN_PUBLIC, CUSTODIAN_PRIVATE, CUSTODIAN_LOOKUP)
                .filter(name -> settings.get(name).startsWith(FILE))
                .flatMap(name -> problem(name, settings.get(name).substring(FILE.length())).stream())
                .toList();
    }

    private static Optional<String> problem(String name, String path) {
        try {
            return Files.readString(Path.of(path)).strip().startsWith(ProductionSettings.DEMONSTRATION)
                    ? Optional.of(
                            "Setting %s names a file with the public key of the demonstration: make keys of your own with the command custodian-key."
                                    .formatted(name))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.of("Setting %s names no readable file: put the path of one there.".formatted(name));
        }
    }
}
