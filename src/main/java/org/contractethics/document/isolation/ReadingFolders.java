package org.contractethics.document.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary folders of reading: one for each file, one for each process, all in a folder only this user may enter. What an
 * application that was killed left behind is removed by the next one.
 */
final class ReadingFolders {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingFolders.class);
    private static final int ATTEMPTS = 3;
    private static final String NAME = "contract-ethics-reading-";

    private final Path all;

    private ReadingFolders(Path all) {
        this.all = all;
    }

    static ReadingFolders open() throws IOException {
        removeLeftBehind(Path.of(System.getProperty("java.io.tmpdir")));
        return new ReadingFolders(
                Files.createTempDirectory(NAME + ProcessHandle.current().pid() + "-"));
    }

    /** Shared by the processes, for what is the same for all of them. */
    Path shared() {
        return all;
    }

    Path create(String purpose) throws IOException {
        return Files.createTempDirectory(all, purpose);
    }

    void close() {
        remove(all);
    }

    static void removeLeftBehind(Path temporary) throws IOException {
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(ReadingFolders::isOrphan).forEach(ReadingFolders::remove);
        }
    }

    private static boolean isOrphan(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(NAME + "\\d{1,10}-.*") || !Files.isWritable(folder)) {
            return false;
        }
        long process = Long.parseLong(name.substring(NAME.length(), name.indexOf('-', NAME.length())));
        return ProcessHandle.of(process).isEmpty();
    }

    /** Removes a folder with all that is in it; what a process still writes there goes with the next start. */
    static void remove(Path folder) {
        for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(folder); attempt++) {
            try {
                removeOnce(folder);
            } catch (IOException | UncheckedIOException e) {
                // two ends of the same process may remove it side by side
                if (attempt == ATTEMPTS) {
                    LOG.warn("temporary folder not removed folder={}", folder.getFileName());
                }
            }
        }
    }

    private static void removeOnce(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
