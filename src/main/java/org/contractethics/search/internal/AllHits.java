package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.contractethics.document.Documents;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.stereotype.Component;

/** Goes through all clauses that a search finds, in pieces; each contract is asked for its rights again on the way. */
@Component
class AllHits {

    private static final int PIECE = 500;
    private static final String KEPT = "1m";

    private final ElasticsearchClient elasticsearch;
    private final ClauseQueries queries;
    private final LaggingContracts lagging;
    private final Documents documents;
    private final String alias;

    AllHits(
            ElasticsearchClient elasticsearch,
            ClauseQueries queries,
            LaggingContracts lagging,
            Documents documents,
            ElasticsearchSettings settings) {
        this.elasticsearch = elasticsearch;
        this.queries = queries;
        this.lagging = lagging;
        this.documents = documents;
        this.alias = settings.clauses();
    }

    /** The best first, of one state of the index: what is indexed meanwhile neither shows twice nor hides something. */
    void each(SearchQuery query, Actor viewer, int most, Consumer<ClauseDocument> reader) {
        Query narrowed = queries.narrowed(query, viewer, lagging.hiddenFrom(viewer));
        String state = asking("hits cannot be held", () -> elasticsearch
                .openPointInTime(p -> p.index(alias).keepAlive(k -> k.time(KEPT)))
                .id());
        try {
            int left = most;
            List<FieldValue> after = List.of();
            while (left > 0) {
                List<Hit<ClauseDocument>> piece = piece(state, narrowed, after, Math.min(PIECE, left));
                readable(piece, viewer).forEach(reader);
                left -= piece.size();
                if (piece.size() < PIECE) {
                    return;
                }
                after = piece.get(piece.size() - 1).sort();
            }
        } finally {
            asking("hits cannot be let go", () -> elasticsearch.closePointInTime(c -> c.id(state)));
        }
    }

    private List<Hit<ClauseDocument>> piece(String state, Query query, List<FieldValue> after, int size) {
        SearchResponse<ClauseDocument> response = asking(
                "hits cannot be listed",
                () -> elasticsearch.search(
                        s -> {
                            s.pit(p -> p.id(state).keepAlive(k -> k.time(KEPT)))
                                    .size(size)
                                    .query(query)
                                    .trackTotalHits(t -> t.enabled(false))
                                    .sort(o -> o.score(score -> score.order(SortOrder.Desc)));
                            return after.isEmpty() ? s : s.searchAfter(after);
                        },
                        ClauseDocument.class));
        return complete(response).hits().hits();
    }

    /** Those of the best hits that lie in these versions. */
    List<ClauseDocument> in(Set<DocumentVersionId> versions, SearchQuery query, Actor viewer, int most) {
        List<FieldValue> ids =
                versions.stream().map(id -> FieldValue.of(id.toString())).toList();
        Query narrowed = queries.narrowed(query, viewer, lagging.hiddenFrom(viewer));
        SearchResponse<ClauseDocument> response = asking(
                "new hits cannot be listed",
                () -> elasticsearch.search(
                        s -> s.index(alias)
                                .size(most)
                                .query(q -> q.bool(b -> b.must(narrowed)
                                        .filter(f -> f.terms(
                                                t -> t.field("versionId").terms(v -> v.value(ids)))))),
                        ClauseDocument.class));
        return readable(complete(response).hits().hits(), viewer);
    }

    private static SearchResponse<ClauseDocument> complete(SearchResponse<ClauseDocument> response) {
        if (response.timedOut() || response.shards().failed().intValue() > 0) {
            throw new SearchDown("clauses were searched in part only");
        }
        return response;
    }

    private List<ClauseDocument> readable(List<Hit<ClauseDocument>> hits, Actor viewer) {
        Map<String, Boolean> known = new HashMap<>();
        return hits.stream()
                .map(hit -> Objects.requireNonNull(hit.source(), "clauses are stored with their source"))
                .filter(clause -> known.computeIfAbsent(
                        clause.contractId(), id -> documents.mayRead(ContractId.valueOf(id), viewer)))
                .toList();
    }

    /** How many clauses of each of these versions the index shows; those of which it shows none are absent. */
    Map<String, Long> shown(Set<DocumentVersionId> versions) {
        List<FieldValue> ids =
                versions.stream().map(id -> FieldValue.of(id.toString())).toList();
        var response = asking(
                "versions cannot be counted",
                () -> elasticsearch.search(
                        s -> s.index(alias)
                                .size(0)
                                .query(q -> q.terms(t -> t.field("versionId").terms(v -> v.value(ids))))
                                .aggregations(
                                        "versions",
                                        a -> a.terms(t -> t.field("versionId").size(ids.size()))),
                        Void.class));
        var shown = new HashMap<String, Long>();
        var counted = Objects.requireNonNull(response.aggregations().get("versions"), "asked for");
        if (counted.isSterms()) {
            counted.sterms()
                    .buckets()
                    .array()
                    .forEach(one -> shown.put(one.key().stringValue(), one.docCount()));
        }
        return shown;
    }
}
