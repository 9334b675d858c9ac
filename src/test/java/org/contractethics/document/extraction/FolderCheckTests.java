package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.contractethics.document.extraction.TypeDetector.Detected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

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
    private int files;
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
        Reading reading = type == null ? null : reader.read(ReadingRequest.of(file, type));
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
            left[i].append(text.parts().get(i).text().substring(covered[i]));
            assertThat(left[i].toString()).isBlank();
        }
    }
}
