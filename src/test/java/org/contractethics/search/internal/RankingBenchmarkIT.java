package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.local.LocalServices;
import org.contractethics.search.internal.Judging.Scored;
import org.contractethics.search.internal.PackContracts.PackClause;
import org.contractethics.search.internal.PackLabels.Category;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How well the search ranks clauses of labelled contracts, on a real cluster and through the queries of the product. Only on demand:
 * {@code -Dranking.documents=<data folder>}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "ranking.documents", matches = ".+")
class RankingBenchmarkIT {

    private static final int ALL = 10_000;

    private final Path folder = Path.of(System.getProperty("ranking.documents", "."));
    private final Map<String, PackClause> clauses = new HashMap<>();
    private PackLabels labels;
    private ElasticsearchClient client;
    private ClauseIndex index;
    private ClauseQueries queries;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    RankingBenchmarkIT() {}

    @BeforeAll
    void index_the_contracts() throws Exception {
        labels = new PackLabels(folder);
        String url = requireNonNull(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .get("contract-ethics.elasticsearch.url"));
        var settings = SearchFixtures.settings(url, "ranking-" + UUID.randomUUID());
        client = SearchFixtures.client(url);
        index = new ClauseIndex(client, SearchFixtures.definition(), settings);
        queries = SearchFixtures.queries(client, settings);
        index.ensure();
        var documents = new ArrayList<ClauseDocument>();
        for (PackClause clause : new PackContracts().read(folder)) {
            ClauseDocument document = PackDocuments.of(clause);
            clauses.put(document.id(), clause);
            documents.add(document);
        }
        SearchFixtures.writer(client).write(index.alias(), true, documents);
        index.refresh();
        System.out.println("clauses " + clauses.size());
    }

    @AfterAll
    void drop_the_index() throws IOException {
        for (String name :
                client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
            client.indices().delete(d -> d.index(name));
        }
    }

    @Test
    void finds_named_clauses_first() throws IOException {
        Figures plain = figures("plain BM25, name and question", c -> c.name() + " " + c.question(), this::plain);
        Figures named = figures("product, name", Category::name, this::product);
        Figures asked = figures("product, name and question", c -> c.name() + " " + c.question(), this::product);
        Map<String, List<String>> lay = LayQueries.byCategory();
        Figures first = figures(
                "product, lay wording 1", c -> requireNonNull(lay.get(c.id())).get(0), this::product);
        Figures second = figures(
                "product, lay wording 2", c -> requireNonNull(lay.get(c.id())).get(1), this::product);

        assertThat(named.ndcg()).isGreaterThan(plain.ndcg());
        assertThat(List.of(asked, first, second)).allMatch(other -> other.ndcg() > plain.ndcg());
    }

    /**
     * Means over categories of nDCG@10 when all contracts are asked, and over contracts that have an answer, of whether it comes
     * first or among three when that contract is asked.
     */
    record Figures(double ndcg, double first, double three) {}

    /** What is asked of the cluster for these words, within one contract or, where none is named, in all. */
    private interface Asking {
        SearchRequest of(String words, @Nullable String contract);
    }

    private Figures figures(String title, Function<Category, String> wording, Asking asking) throws IOException {
        double ndcg = 0;
        int first = 0;
        int three = 0;
        int contracts = 0;
        for (Category category : labels.categories()) {
            String words = wording.apply(category);
            double own = Judging.ndcg(hits(category, asking.of(words, null)), ideal(category), 10);
            Set<String> answering = clauses.values().stream()
                    .filter(clause -> labels.answers(category, clause))
                    .map(PackClause::contract)
                    .collect(Collectors.toSet());
            int firsts = 0;
            int threes = 0;
            for (String contract : answering) {
                List<Scored> hits = hits(category, asking.of(words, contract));
                firsts += Judging.answered(hits, 1) ? 1 : 0;
                threes += Judging.answered(hits, 3) ? 1 : 0;
            }
            ndcg += own / labels.categories().size();
            first += firsts;
            three += threes;
            contracts += answering.size();
            if (Boolean.getBoolean("ranking.each")) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-34s %.2f  %3d of %3d first, %3d in three%n",
                        category.name(),
                        own,
                        firsts,
                        answering.size(),
                        threes);
            }
        }
        var figures = new Figures(ndcg, (double) first / contracts, (double) three / contracts);
        System.out.printf(
                Locale.ROOT,
                "%-32s nDCG@10 %.3f  first %.3f  in three %.3f%n",
                title,
                figures.ndcg(),
                figures.first(),
                figures.three());
        return figures;
    }

    private List<Double> ideal(Category category) {
        return clauses.values().stream()
                .map(clause -> labels.answers(category, clause) ? 1.0 : 0.0)
                .toList();
    }

    private List<Scored> hits(Category category, SearchRequest asked) throws IOException {
        return client
                .search(
                        s -> s.index(index.alias())
                                .size(ALL)
                                .source(f -> f.fetch(false))
                                .query(asked.query())
                                .rescore(asked.rescore()),
                        Void.class)
                .hits()
                .hits()
                .stream()
                .map(hit -> {
                    PackClause clause = requireNonNull(clauses.get(String.valueOf(hit.id())));
                    return new Scored(requireNonNull(hit.score()), labels.answers(category, clause) ? 1 : 0);
                })
                .toList();
    }

    /** As somebody who may read everything asks it. */
    private SearchRequest product(String words, @Nullable String contract) {
        SearchQuery query = SearchFixtures.query(words);
        var asked = contract == null
                ? query
                : new SearchQuery(
                        query.words(),
                        false,
                        Map.of(),
                        false,
                        1,
                        new SearchQuery.Scope(contract, null, null, SearchQuery.Kind.ALL));
        return queries.request(asked, SearchFixtures.REVIEWER, Set.of());
    }

    private SearchRequest plain(String words, @Nullable String contract) {
        Query all = requireNonNull(bm25(words).query());
        return contract == null
                ? bm25(words)
                : SearchRequest.of(s -> s.query(q -> q.bool(b -> b.must(all)
                        .filter(f -> f.term(t -> t.field("contractId").value(contract))))));
    }

    static SearchRequest bm25(String words) {
        return SearchRequest.of(s -> s.query(q ->
                q.multiMatch(m -> m.query(words).type(TextQueryType.CrossFields).fields(PlainWords.FIELDS))));
    }
}
