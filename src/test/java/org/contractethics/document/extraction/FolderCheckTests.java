package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.TypeDetector.Detected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.util.FileSystemUtils;

/**
 * Reads a folder of real files: each ends as text, as a named reason, or is refused by its type. Run it with {@code mvn test
 * -Dtest=FolderCheckTests -Ddocuments.folder=<folder>}.
 */
@EnabledIfSystemProperty(named = "documents.folder", matches = ".+")
class FolderCheckTests {

    private final TypeDetector detector = new TypeDetector();
    private final TextReader reader = new TextReader(Duration.ofSeconds(60));
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final PartRecall recall = new PartRecall();
    private final Map<String, Double> contracts = new TreeMap<>();
    private int files;
    private int inside;
    private int clauses;
    private long slowest;

    @Test
    void every_file_ends_as_text_or_as_a_named_reason() throws Exception {
        Path folder = Path.of(System.getProperty("documents.folder"));
        recall.load(folder.resolve("office_truth.jsonl"));
        long began = System.nanoTime();

        for (Path file : filesBelow(folder)) {
            check(folder, file);
        }

        double seconds = (System.nanoTime() - began) / 1e9;
        outcomes.forEach((outcome, count) -> System.out.println(count + "\t" + outcome));
        System.out.printf(
                "%d files, %d clauses, %.1f s, %.1f files/s, slowest %d ms%n",
                files, clauses, seconds, files / seconds, slowest);
        recall.print();
        System.out.println(inside + " files inside others");
        contracts.entrySet().stream()
                .filter(contract -> contract.getValue() < 0.995)
                .forEach(contract -> System.out.println("words of the contract " + contract));
        System.out.println("lowest of " + contracts.size() + " contracts: "
                + contracts.values().stream().mapToDouble(Double::doubleValue).min());
        assertThat(files).isPositive();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path ->
                            path.toString().matches(".*/(office|pdf|mail_and_other)/.*|.*\\.(docx?|xlsx?|pptx?|pdf)"))
                    .sorted()
                    .toList();
        }
    }

    private void check(Path folder, Path file) throws Exception {
        long began = System.nanoTime();
        Detected detected = detector.detect(file);
        DocumentType type = detected.type();
        Path scratch = Files.createTempDirectory("inside");
        Reading reading = type == null ? null : reader.read(new ReadingRequest(file, type, null, scratch));
        long millis = (System.nanoTime() - began) / 1_000_000;
        files++;
        slowest = Math.max(slowest, millis);
        String outcome = outcome(detected, reading);
        outcomes.merge(outcome, 1, Integer::sum);
        System.out.println(outcome + "\t" + millis + " ms\t" + folder.relativize(file));
        if (reading instanceof Text text) {
            assertWhole(text);
            clauses += text.clauses().size();
            recall.score(folder.relativize(file).toString(), text);
            scoreContract(file, text);
            checkInside(folder.relativize(file).toString(), text, 1);
        }
        FileSystemUtils.deleteRecursively(scratch);
    }

    private void scoreContract(Path pdf, Text text) throws IOException {
        String name = pdf.getFileName().toString().replace(".pdf", ".txt");
        Path words = pdf.resolveSibling("../txt").resolve(name);
        if (Files.exists(words)) {
            contracts.put(name, PartRecall.share(Files.readString(words), text));
        }
    }

    private void checkInside(String parent, Text text, int depth) throws Exception {
        for (Reading.EmbeddedFile file : text.embedded()) {
            inside++;
            DocumentType type = detector.detect(file.file()).type();
            assertThat(type).as(file.name()).isNotNull();
            Path scratch =
                    Files.createDirectory(file.file().resolveSibling(file.file().getFileName() + ".d"));
            Reading reading = reader.read(new ReadingRequest(file.file(), Objects.requireNonNull(type), null, scratch));
            System.out.println("  inside " + parent + " is " + file.name() + "\t"
                    + (reading instanceof Unreadable unreadable
                            ? unreadable.reason().code()
                            : "text") + " " + type);
            if (reading instanceof Text inner && depth < 4) {
                assertWhole(inner);
                checkInside(parent + "/" + file.name(), inner, depth + 1);
            }
        }
    }

    private static String outcome(Detected detected, @Nullable Reading reading) {
        if (reading instanceof Unreadable unreadable) {
            return unreadable.reason().code() + " " + detected.type();
        }
        return reading == null ? "refused " + detected.mediaType() : "text " + detected.type();
    }

    /** Every word of every part is in exactly one clause, and each clause stands where it says. */
    static void assertWhole(Text text) {
        int[] covered = new int[text.parts().size()];
        StringBuilder[] left = new StringBuilder[text.parts().size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = new StringBuilder();
        }
        for (ClauseText clause : text.clauses()) {
            String part = text.parts().get(clause.part()).text();
            assertThat(clause.text()).isEqualTo(part.substring(clause.start(), clause.end()));
            assertThat(clause.text().length()).isBetween(1, PartSplitter.LONGEST);
            assertThat(clause.titleLength()).isBetween(0, clause.text().length());
            assertThat(clause.start()).isGreaterThanOrEqualTo(covered[clause.part()]);
            left[clause.part()].append(part, covered[clause.part()], clause.start());
            covered[clause.part()] = clause.end();
        }
        for (int i = 0; i < left.length; i++) {
            if (Parts.apart(text.parts().get(i).name())) {
                assertThat(covered[i]).as("clauses of a part that stands apart").isZero();
                continue;
            }
            left[i].append(text.parts().get(i).text().substring(covered[i]));
            assertThat(left[i].toString()).isBlank();
        }
    }
}
