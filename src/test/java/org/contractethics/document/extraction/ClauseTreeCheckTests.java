package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Judges the clause tree over a folder of contracts: what share of the clauses has a number, a heading and a parent, how long
 * they are, and that no character is lost. {@code mvn test -Dtest=ClauseTreeCheckTests -Dclauses.folder=<folder>}; with {@code
 * -Dclauses.show=<begin of a file name>} it prints the tree of that contract.
 */
@EnabledIfSystemProperty(named = "clauses.folder", matches = ".+")
class ClauseTreeCheckTests {

    private final TextReader reader = new TextReader(Duration.ofSeconds(60));
    private final List<ClauseText> clauses = new ArrayList<>();
    private int contracts;
    private int withoutTree;

    @Test
    void every_contract_becomes_a_tree_that_loses_no_character() throws Exception {
        String show = System.getProperty("clauses.show", "-");

        for (Path file : files(Path.of(System.getProperty("clauses.folder")))) {
            DocumentType type = new TypeDetector().detect(file).type();
            if (type != null && reader.read(ReadingRequest.of(file, type)) instanceof Text text) {
                judge(file, text, file.getFileName().toString().startsWith(show));
            }
        }

        print();
        assertThat(contracts).isPositive();
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void judge(Path file, Text text, boolean show) {
        FolderCheckTests.assertWhole(text);
        contracts++;
        clauses.addAll(text.clauses());
        withoutTree +=
                text.clauses().stream().allMatch(clause -> clause.headingPath().size() < 2) ? 1 : 0;
        for (int i = 0; i < text.clauses().size(); i++) {
            Integer parent = text.clauses().get(i).parent();
            assertThat(parent == null || parent < i).as(file + " clause " + i).isTrue();
            if (show) {
                line(i, text.clauses().get(i));
            }
        }
    }

    private static void line(int index, ClauseText clause) {
        String words = clause.text().replace('\n', '/');
        System.out.printf(
                "%4d ^%-5s %-10s p%-3s %s | %s%n",
                index,
                clause.parent(),
                clause.number(),
                clause.page(),
                clause.headingPath(),
                words.substring(0, Math.min(80, words.length())));
    }

    private void print() {
        int[] lengths = clauses.stream()
                .mapToInt(clause -> clause.text().length())
                .sorted()
                .toArray();
        System.out.printf(
                "%d contracts, %d clauses; with number %.1f %%, heading %.1f %%, parent %.1f %%; contracts without a tree %d%n",
                contracts,
                clauses.size(),
                share(clauses.stream()
                        .filter(clause -> !clause.number().isEmpty())
                        .count()),
                share(clauses.stream()
                        .filter(clause -> !clause.heading().isEmpty())
                        .count()),
                share(clauses.stream().filter(clause -> clause.parent() != null).count()),
                withoutTree);
        System.out.printf(
                "characters: mean %.0f, median %d, p95 %d, most %d (limit %d); deepest level %d%n",
                clauses.stream()
                        .mapToInt(clause -> clause.text().length())
                        .average()
                        .orElse(0),
                lengths[lengths.length / 2],
                lengths[lengths.length * 95 / 100],
                lengths[lengths.length - 1],
                PartSplitter.LONGEST,
                clauses.stream()
                        .mapToInt(clause -> clause.headingPath().size())
                        .max()
                        .orElse(0));
    }

    private double share(long count) {
        return 100.0 * count / clauses.size();
    }
}
