package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.contractethics.local.LocalServices;
import org.contractethics.search.internal.Judging.Scored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well the search ranks the clauses that drafters judged (ACORD, training split), each query among its judged clauses. Only on
 * demand: {@code -Dranking.documents=<data folder>}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "ranking.documents", matches = ".+")
class AcordBenchmarkIT {

    private final Path folder = Path.of(System.getProperty("ranking.documents", "."), "acord");
    private final Map<String, Map<String, Double>> judged = new TreeMap<>();
    private ElasticsearchClient client;
    private ClauseIndex index;
    private ClauseQueries queries;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    AcordBenchmarkIT() {}

    @BeforeAll
    void index_the_clauses() throws IOException {
        String url = requireNonNull(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .get("contract-ethics.elasticsearch.url"));
        var settings = SearchFixtures.settings(url, "ranking-" + UUID.randomUUID());
        client = SearchFixtures.client(url);
        index = new ClauseIndex(client, SearchFixtures.definition(), settings);
        queries = new ClauseQueries(client, settings, SearchFixtures.plainWords());
        index.ensure();
        var documents = new ArrayList<ClauseDocument>();
        for (String line : lines("corpus.jsonl.gz")) {
            JsonNode clause = new JsonMapper().readTree(line);
            documents.add(PackDocuments.of(
                    clause.get("_id").asString(), 0, "", "", clause.get("text").asString()));
        }
        new ClauseWriter(client).write(index.alias(), true, documents);
        index.refresh();
        for (String line : lines("qrels_train.tsv.gz").stream().skip(1).toList()) {
            String[] row = line.split("\t", -1);
            String query = row[0].startsWith("\"")
                    ? row[0].substring(1, row[0].length() - 1).replace("\"\"", "\"")
                    : row[0];
            judged.computeIfAbsent(query, q -> new HashMap<>()).put(row[1], Double.parseDouble(row[2]));
        }
    }

    @AfterAll
    void drop_the_index() throws IOException {
        for (String name :
                client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
            client.indices().delete(d -> d.index(name));
        }
    }

    @Test
    void ranks_what_drafters_look_for() throws IOException {
        double plain = ndcg("ACORD, plain BM25", RankingBenchmarkIT::bm25);
        double product = ndcg(
                "ACORD, product",
                words -> requireNonNull(queries.request(
                                SearchFixtures.query(words.replace("\"", "")), SearchFixtures.REVIEWER, Set.of())
                        .query()));

        assertThat(product).isGreaterThan(plain);
    }

    private double ndcg(String title, Function<String, Query> asking) throws IOException {
        double sum = 0;
        for (var query : judged.entrySet()) {
            var hits = scored(asking.apply(query.getKey()), query.getValue());
            double own = Judging.ndcg(hits, List.copyOf(query.getValue().values()), 5);
            sum += own;
            if (Boolean.getBoolean("ranking.each")) {
                System.out.printf(Locale.ROOT, "  %.2f  %s%n", own, query.getKey());
            }
        }
        System.out.printf(
                Locale.ROOT, "%-32s nDCG@5 %.3f over %d queries%n", title, sum / judged.size(), judged.size());
        return sum / judged.size();
    }

    private List<Scored> scored(Query query, Map<String, Double> grades) throws IOException {
        var left = new HashMap<>(grades);
        var hits = new ArrayList<Scored>();
        List<String> ids =
                grades.keySet().stream().map(id -> ClauseDocument.id(id, 0)).toList();
        client.search(
                        s -> s.index(index.alias())
                                .size(2_000)
                                .source(f -> f.fetch(false))
                                .query(q -> q.bool(b -> b.must(query).filter(f -> f.ids(i -> i.values(ids))))),
                        Void.class)
                .hits()
                .hits()
                .forEach(hit -> {
                    String id = String.valueOf(hit.id());
                    Double grade = left.remove(id.substring(0, id.lastIndexOf('-')));
                    hits.add(new Scored(requireNonNull(hit.score()), requireNonNull(grade)));
                });
        left.values().forEach(grade -> hits.add(new Scored(0, grade)));
        return hits;
    }

    private List<String> lines(String file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
