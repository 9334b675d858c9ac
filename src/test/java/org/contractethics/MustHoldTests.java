package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of what must hold leads to a check that is there, or says why there is none. */
class MustHoldTests {

    private static final Path DOCUMENTS = Path.of("src/docs/must-hold");
    private static final Pattern LINE = Pattern.compile("(?m)^\\| ([A-Z]|bad )(\\d+) \\|(?: [^|]+ \\|)+ ([^|]+) \\|$");
    private static final Pattern CHECK = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
    private static final String NO_CHECK = "Not checked: ";

    private static final Map<String, String> SOURCES = new TreeMap<>();

    @BeforeAll
    static void tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                SOURCES.merge(name, Files.readString(file), String::concat);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rules.md, H, 19",
        "concerns.md, S, 48",
        "concerns.md, 'bad ', 34",
        "record.md, R, 40",
        "attacks.md, A, 16"
    })
    void nothing_that_must_hold_is_left_out(String document, String letter, int last) throws IOException {
        List<String> told = lines(document)
                .filter(line -> line.group(1).equals(letter))
                .map(line -> line.group(1) + line.group(2))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, last)
                        .mapToObj(number -> letter + number)
                        .toList());
    }

    @Test
    void every_check_that_is_named_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String document : documents()) {
            lines(document).forEach(line -> {
                List<MatchResult> checks =
                        CHECK.matcher(line.group(3)).results().toList();
                checks.stream()
                        .filter(check -> !exists(check.group(1), check.group(2)))
                        .forEach(check -> missing.add(line.group(1) + line.group(2) + " " + check.group()));
                if (checks.isEmpty() && !line.group(3).startsWith(NO_CHECK)) {
                    missing.add(line.group(1) + line.group(2) + " names no check and no reason");
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    private static boolean exists(String type, String method) {
        return Pattern.compile("void " + method + "\\(")
                .matcher(SOURCES.getOrDefault(type, ""))
                .find();
    }

    private static List<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Stream<MatchResult> lines(String document) throws IOException {
        return LINE.matcher(Files.readString(DOCUMENTS.resolve(document))).results();
    }
}
