package org.contractethics.finding.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractethics.finding.internal.matching.ClauseMatcher;
import org.contractethics.finding.internal.matching.Hit;
import org.contractethics.finding.internal.matching.QuerySetFiles;
import org.junit.jupiter.api.Test;

/** Measures the checks that CUAD cannot judge against excerpts judged by hand, and keeps them from getting worse. */
class EthicsChecksTests {

    private static final Map<String, Set<String>> CONCEPTS = concepts();

    private static Map<String, Set<String>> concepts() {
        Map<String, Set<String>> concepts = new LinkedHashMap<>();
        concepts.put("END_USE", Set.of("G01"));
        concepts.put("SURVEILLANCE", Set.of("K14", "K15", "K16", "K17", "K18", "K19", "K20", "K21", "K28", "K31"));
        concepts.put("SHARING", Set.of("K33", "G06"));
        concepts.put("RETENTION", Set.of("K32", "G08"));
        concepts.put("HUMAN_RIGHTS", Set.of("G02"));
        concepts.put("SUSPENSION", Set.of("G04", "K05"));
        concepts.put("OVERSIGHT", Set.of("G10", "G11"));
        return concepts;
    }

    private static final ClauseMatcher MATCHER = new ClauseMatcher(QuerySetFiles.packed(), Duration.ofSeconds(30));

    private record Judged(Set<String> concepts, String words) {}

    @Test
    void the_ethics_checks_hold_their_figures_on_the_judged_excerpts() throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        CONCEPTS.keySet().forEach(concept -> counts.put(concept, new int[3]));
        for (Judged excerpt : judged()) {
            Set<String> found = found(excerpt.words());
            counts.forEach((concept, count) -> count(count, found.contains(concept), excerpt, concept));
        }

        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (Map.Entry<String, int[]> entry : counts.entrySet()) {
            int[] count = entry.getValue();
            System.out.printf(
                    Locale.ROOT, "%s: right %d, wrong %d, missed %d%n", entry.getKey(), count[0], count[1], count[2]);
            right += count[0];
            wrong += count[1];
            missed += count[2];
        }
        assertThat((double) right / (right + wrong)).as("precision").isGreaterThanOrEqualTo(0.7);
        assertThat((double) right / (right + missed)).as("recall").isGreaterThanOrEqualTo(0.7);
    }

    private static void count(int[] count, boolean found, Judged excerpt, String concept) {
        boolean there = excerpt.concepts().contains(concept);
        count[0] += found && there ? 1 : 0;
        count[1] += found && !there ? 1 : 0;
        count[2] += !found && there ? 1 : 0;
        if (found != there && Boolean.getBoolean("judged.show")) {
            System.out.println((found ? "wrong " : "missed ") + concept + ": " + excerpt.words());
        }
    }

    private static Set<String> found(String words) {
        Set<String> checks = MATCHER.match("", words).hits().stream()
                .filter(hit -> !hit.negated())
                .map(Hit::check)
                .collect(Collectors.toSet());
        return CONCEPTS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(checks::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Judged> judged() throws IOException {
        try (InputStream in = EthicsChecksTests.class.getResourceAsStream("/finding/judged.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Judged(Set.of(cells[1].split(";", -1)), cells[2]))
                    .toList();
        }
    }
}
