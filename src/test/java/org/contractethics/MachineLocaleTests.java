package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written does not depend on the language of the machine: an Arabic one would write other digits into paths and addresses. */
class MachineLocaleTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern NUMBER = Pattern.compile("%[,0-9.]*[df]\\b");
    private static final int BEFORE = 150;

    @Test
    void numbers_are_formatted_for_a_locale_that_is_named() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(MachineLocaleTests::found))
                    .isEmpty();
        }
    }

    private static Stream<String> found(Path file) {
        String text = read(file);
        List<String> found = NUMBER.matcher(text)
                .results()
                .filter(number -> !text.substring(Math.max(0, number.start() - BEFORE), number.start())
                        .contains("Locale."))
                .map(MatchResult::group)
                .toList();
        return found.isEmpty() ? Stream.empty() : Stream.of(SOURCES.relativize(file) + ": " + found);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
