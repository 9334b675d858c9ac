package org.contractethics.document.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Times the comparison of two versions of a contract of 500 pages, made of the contracts in a folder of texts, against one
 * word diff over the whole text with the same library: {@code mvn test -Dtest=ComparisonSpeedTests
 * -Dcomparison.folder=<folder of .txt>}.
 */
@EnabledIfSystemProperty(named = "comparison.folder", matches = ".+")
class ComparisonSpeedTests {

    private static final int WORDS_OF_500_PAGES = 250_000;

    @Test
    void a_contract_of_500_pages_is_compared_in_seconds() throws Exception {
        List<String> before = contract(Path.of(System.getProperty("comparison.folder")));
        List<String> few = edited(before, 200);
        List<String> many = edited(before, before.size() / 3);

        for (int round = 0; round < 3; round++) {
            measure("200 edits", before, few, true);
            measure("every third paragraph", before, many, round == 0);
        }
        List<String> other = new ArrayList<>(before);
        Collections.shuffle(other, new Random(2));
        measure("all paragraphs in another order", before, other, false);
    }

    private static void measure(String name, List<String> before, List<String> after, boolean whole) {
        long began = System.nanoTime();
        Comparison comparison = Comparison.of(passages(before), passages(after));
        double ours = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: %d paragraphs, %d differ, %.2f s",
                name,
                before.size(),
                comparison.rows().stream().filter(Comparison.Row::differs).count(),
                ours);
        if (whole) {
            List<String> old = words(before);
            List<String> now = words(after);
            long start = System.nanoTime();
            new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null);
            double bare = (System.nanoTime() - start) / 1e9;
            System.out.printf("; one diff over %d words %.2f s, ratio %.3f", old.size(), bare, ours / bare);
        }
        System.out.println();
        assertThat(ours).isLessThan(30);
    }

    private static List<String> contract(Path folder) throws Exception {
        List<String> paragraphs = new ArrayList<>();
        int words = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (String line :
                        Files.readString(file, StandardCharsets.UTF_8).split("\n\\s*\n", -1)) {
                    if (!line.isBlank() && words < WORDS_OF_500_PAGES) {
                        paragraphs.add(line.strip());
                        words += line.split("\\s+").length;
                    }
                }
            }
        }
        return paragraphs;
    }

    private static List<String> edited(List<String> before, int edits) {
        Random random = new Random(1);
        List<String> after = new ArrayList<>(before);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(after.size());
            switch (random.nextInt(5)) {
                case 0 -> after.remove(at);
                case 1 -> after.add(at, "The Contractor shall tell the Agency number " + i + " in writing.");
                case 2 -> after.add(random.nextInt(after.size()), after.remove(at));
                default ->
                    after.set(at, after.get(at).replace(" shall ", " may ").replace(" the ", " each "));
            }
        }
        return after;
    }

    private static List<String> words(List<String> paragraphs) {
        return paragraphs.stream()
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .toList();
    }

    private static List<Passage> passages(List<String> texts) {
        return texts.stream()
                .map(text -> new Passage("body", 0, "", null, text))
                .toList();
    }
}
