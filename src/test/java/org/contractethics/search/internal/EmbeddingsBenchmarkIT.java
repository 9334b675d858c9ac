package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.search.internal.Judging.Scored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What sentence embeddings (bge-small-en-v1.5, quantised, by the profile {@code embeddings}) would add to the search, on the queries
 * of drafters (ACORD, training split): alone, and fused with the search by reciprocal rank. Vectors are compared exactly, so no index
 * of neighbours does better. Only on demand: {@code -Dranking.documents=<data folder> -Dembeddings.cache=<file>}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "ranking.documents", matches = ".+")
@EnabledIfSystemProperty(named = "embeddings.cache", matches = ".+")
class EmbeddingsBenchmarkIT {

    private static final String MODEL =
            "dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel";

    /** What the model was trained to read before a question. */
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

    private static final int DIMENSIONS = 384;
    private static final int LONGEST = 1_500;
    private static final int RECIPROCAL = 60;

    private final Path cache = Path.of(System.getProperty("embeddings.cache", "."));
    private final Map<String, float[]> vectors = new LinkedHashMap<>();
    private final Object model;
    private final Method embed;
    private AcordJudgements acord;
    private ScratchIndex index;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    EmbeddingsBenchmarkIT() throws ReflectiveOperationException {
        model = Class.forName(MODEL).getConstructor().newInstance();
        embed = model.getClass().getMethod("embed", String.class);
    }

    @BeforeAll
    void read_and_embed_the_clauses() throws Exception {
        acord = new AcordJudgements(Path.of(System.getProperty("ranking.documents"), "acord"));
        index = new ScratchIndex(acord.documents());
        if (!Files.exists(cache)) {
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(cache)))) {
                for (ClauseDocument clause : acord.documents()) {
                    for (float number : vector(cut(clause.text()))) {
                        out.writeFloat(number);
                    }
                }
            }
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(cache)))) {
            for (ClauseDocument clause : acord.documents()) {
                float[] vector = new float[DIMENSIONS];
                for (int i = 0; i < DIMENSIONS; i++) {
                    vector[i] = in.readFloat();
                }
                vectors.put(clause.id(), vector);
            }
        }
    }

    @AfterAll
    void drop_the_index() throws IOException {
        index.close();
    }

    @Test
    void says_what_embeddings_would_add() throws Exception {
        double words = 0;
        double near = 0;
        double fused = 0;
        double plainFused = 0;
        for (var query : acord.queries().entrySet()) {
            Map<String, Double> grades = query.getValue();
            Map<String, Double> found = among(grades, index.scores(index.product(query.getKey())));
            Map<String, Double> plain = among(grades, index.scores(RankingBenchmarkIT.bm25(query.getKey())));
            Map<String, Double> nearest = nearest(grades, vector(QUESTION + query.getKey()));
            words += ndcg(grades, found);
            near += ndcg(grades, nearest);
            fused += ndcg(grades, fused(found, nearest));
            plainFused += ndcg(grades, fused(plain, nearest));
        }
        int queries = acord.queries().size();
        System.out.printf(
                Locale.ROOT,
                "ACORD nDCG@5: product %.3f, nearest vectors %.3f, product and vectors fused %.3f, plain BM25 and vectors fused %.3f%n",
                words / queries,
                near / queries,
                fused / queries,
                plainFused / queries);
        assertThat(queries).isPositive();
    }

    private static Map<String, Double> among(Map<String, Double> grades, Map<String, Double> scores) {
        var among = new LinkedHashMap<String, Double>();
        scores.forEach((id, score) -> {
            if (grades.containsKey(id)) {
                among.put(id, score);
            }
        });
        return among;
    }

    private Map<String, Double> nearest(Map<String, Double> grades, float[] asked) {
        var nearest = new HashMap<String, Double>();
        grades.keySet().forEach(id -> nearest.put(id, product(asked, requireNonNull(vectors.get(id)))));
        return nearest;
    }

    private static Map<String, Double> fused(Map<String, Double> one, Map<String, Double> other) {
        var fused = new HashMap<String, Double>();
        for (Map<String, Double> scores : List.of(one, other)) {
            List<String> ranked = scores.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .toList();
            for (int i = 0; i < ranked.size(); i++) {
                fused.merge(ranked.get(i), 1.0 / (RECIPROCAL + i + 1), Double::sum);
            }
        }
        return fused;
    }

    private static double ndcg(Map<String, Double> grades, Map<String, Double> scores) {
        var hits = new ArrayList<Scored>();
        grades.forEach((id, grade) -> hits.add(new Scored(scores.getOrDefault(id, 0.0), grade)));
        return Judging.ndcg(hits, List.copyOf(grades.values()), 5);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static String cut(String text) {
        String even = String.join(" ", List.of(text.strip().split("\\s+", -1)));
        return even.isEmpty() ? "-" : even.substring(0, Math.min(even.length(), LONGEST));
    }

    private float[] vector(String text) throws ReflectiveOperationException {
        Object answer = embed.invoke(model, text);
        Object embedding =
                requireNonNull(answer).getClass().getMethod("content").invoke(answer);
        return (float[]) requireNonNull(
                requireNonNull(embedding).getClass().getMethod("vector").invoke(embedding));
    }
}
