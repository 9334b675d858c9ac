package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.contractethics.search.internal.Judging.Scored;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How well the search ranks the clauses that drafters judged (ACORD, training split), each query among its judged clauses. Only on
 * demand: {@code -Dranking.documents=<data folder>}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "ranking.documents", matches = ".+")
class AcordBenchmarkIT {

    private AcordJudgements acord;
    private ScratchIndex index;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    AcordBenchmarkIT() {}

    @BeforeAll
    void index_the_clauses() throws IOException {
        acord = new AcordJudgements(Path.of(System.getProperty("ranking.documents"), "acord"));
        index = new ScratchIndex(acord.documents());
    }

    @AfterAll
    void drop_the_index() throws IOException {
        index.close();
    }

    @Test
    void ranks_what_drafters_look_for() throws IOException {
        double plain = ndcg("ACORD, plain BM25", RankingBenchmarkIT::bm25);
        double product = ndcg("ACORD, product", index::product);

        assertThat(product).isGreaterThan(0.7).isGreaterThan(plain);
    }

    private double ndcg(String title, Function<String, SearchRequest> asking) throws IOException {
        double sum = 0;
        for (var query : acord.queries().entrySet()) {
            Map<String, Double> scores = index.scores(asking.apply(query.getKey()));
            var hits = new ArrayList<Scored>();
            query.getValue().forEach((id, grade) -> hits.add(new Scored(scores.getOrDefault(id, 0.0), grade)));
            double own = Judging.ndcg(hits, List.copyOf(query.getValue().values()), 5);
            sum += own;
            if (Boolean.getBoolean("ranking.each")) {
                System.out.printf(Locale.ROOT, "  %.2f  %s%n", own, query.getKey());
            }
        }
        double mean = sum / acord.queries().size();
        System.out.printf(
                Locale.ROOT,
                "%-32s nDCG@5 %.3f over %d queries%n",
                title,
                mean,
                acord.queries().size());
        return mean;
    }
}
