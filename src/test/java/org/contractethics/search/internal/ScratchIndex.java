package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.local.LocalServices;

/** An index of its own on the cluster of the tests, filled with some clauses and asked with the queries of the product. */
final class ScratchIndex implements AutoCloseable {

    private static final int ALL = 10_000;

    private final ElasticsearchClient client;
    private final ClauseIndex index;
    private final ClauseQueries queries;

    ScratchIndex(List<ClauseDocument> documents) {
        String url = requireNonNull(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .get("contract-ethics.elasticsearch.url"));
        var settings = SearchFixtures.settings(url, "ranking-" + UUID.randomUUID());
        client = SearchFixtures.client(url);
        index = new ClauseIndex(client, SearchFixtures.definition(), settings);
        queries = SearchFixtures.queries(client, settings);
        index.ensure();
        SearchFixtures.writer(client).write(index.alias(), true, documents);
        index.refresh();
    }

    /** As somebody who may read everything asks it. */
    SearchRequest product(String words) {
        return queries.request(SearchFixtures.query(words), SearchFixtures.REVIEWER, Set.of());
    }

    /** Score by id, of all hits up to the result window. */
    Map<String, Double> scores(SearchRequest asked) throws IOException {
        var scores = new LinkedHashMap<String, Double>();
        client.search(
                        s -> s.index(index.alias())
                                .size(ALL)
                                .source(f -> f.fetch(false))
                                .query(asked.query())
                                .rescore(asked.rescore()),
                        Void.class)
                .hits()
                .hits()
                .forEach(hit -> scores.put(String.valueOf(hit.id()), requireNonNull(hit.score())));
        return scores;
    }

    @Override
    public void close() throws IOException {
        for (String name :
                client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
            client.indices().delete(d -> d.index(name));
        }
    }
}
