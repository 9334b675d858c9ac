package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.search.internal.Judging.Scored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How well the search ranks what a human-rights reviewer looks for, on the excerpts of {@code ethics-judged.tsv}: each concept by its
 * name and in two lay wordings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EthicsRankingIT {

    private static final Path FOLDER = Path.of("src/test/resources/search");

    private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    private final Map<String, List<String>> asked = new LinkedHashMap<>();
    private ScratchIndex index;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    EthicsRankingIT() {}

    @BeforeAll
    void index_the_excerpts() throws IOException {
        var documents = new ArrayList<ClauseDocument>();
        for (String[] row : rows("ethics-judged.tsv", 0)) {
            ClauseDocument document = PackDocuments.of("excerpt-" + documents.size(), 0, "", "", row[2]);
            documents.add(document);
            grades.put(document.id(), grades(row[1]));
        }
        for (String[] row : rows("ethics-queries.tsv", 1)) {
            asked.computeIfAbsent(row[0], concept -> new ArrayList<>()).add(row[1]);
        }
        index = new ScratchIndex(documents);
    }

    @AfterAll
    void drop_the_index() throws IOException {
        index.close();
    }

    @Test
    void what_bears_on_human_rights_is_ranked_first_however_it_is_asked_for() throws IOException {
        double plain = mean("plain BM25", RankingBenchmarkIT::bm25, words -> true);
        double named = mean("product, name", index::product, words -> isName(words));
        double lay = mean("product, lay wordings", index::product, words -> !isName(words));

        assertThat(named).isGreaterThan(0.75).isGreaterThan(plain);
        assertThat(lay).isGreaterThan(0.55).isGreaterThan(plain);
    }

    private boolean isName(String words) {
        return asked.values().stream().anyMatch(wordings -> wordings.get(0).equals(words));
    }

    private double mean(String title, Function<String, SearchRequest> asking, Function<String, Boolean> wanted)
            throws IOException {
        var byConcept = new TreeMap<String, Double>();
        for (var concept : asked.entrySet()) {
            List<String> wordings =
                    concept.getValue().stream().filter(wanted::apply).toList();
            double sum = 0;
            for (String words : wordings) {
                sum += ndcg(concept.getKey(), asking.apply(words));
            }
            byConcept.put(concept.getKey(), sum / wordings.size());
        }
        double mean = byConcept.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "ethics, %-24s nDCG@10 %.3f %s%n",
                title,
                mean,
                byConcept.entrySet().stream()
                        .map(one -> String.format(Locale.ROOT, "%s %.2f", one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", ")));
        return mean;
    }

    private double ndcg(String concept, SearchRequest query) throws IOException {
        List<Scored> hits = index.scores(query).entrySet().stream()
                .map(hit -> new Scored(hit.getValue(), grade(concept, hit.getKey())))
                .toList();
        List<Double> ideal =
                grades.keySet().stream().map(id -> grade(concept, id)).toList();
        return Judging.ndcg(hits, ideal, 10);
    }

    private double grade(String concept, String id) {
        return grades.getOrDefault(id, Map.of()).getOrDefault(concept, 0);
    }

    private static Map<String, Integer> grades(String cell) {
        return "-".equals(cell)
                ? Map.of()
                : Arrays.stream(cell.split(";", -1))
                        .map(grade -> grade.split(":", -1))
                        .collect(Collectors.toMap(grade -> grade[0], grade -> Integer.valueOf(grade[1])));
    }

    private static List<String[]> rows(String file, int heads) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(heads)
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
