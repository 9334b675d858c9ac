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
import java.util.function.Predicate;
import org.contractethics.document.Documents;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
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
        walk(narrowed, viewer, most, piece -> {
            piece.forEach(reader);
            return true;
        });
    }

    /**
     * The best of those that lie in these sources first, in pieces, as long as more of them are wanted.
     *
     * @param sources versions, accounts of incidents and their files, as the index knows them
     */
    void in(Set<String> sources, SearchQuery query, Actor viewer, Predicate<List<ClauseDocument>> wantsMore) {
        Query narrowed = queries.narrowed(query, viewer, lagging.hiddenFrom(viewer));
        walk(
                Query.of(q -> q.bool(b -> b.must(narrowed).filter(inSources(sources)))),
                viewer,
                Integer.MAX_VALUE,
                wantsMore);
    }

    private static Query inSources(Set<String> sources) {
        List<FieldValue> ids = sources.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field("versionId").terms(v -> v.value(ids))));
    }

    private void walk(Query query, Actor viewer, int most, Predicate<List<ClauseDocument>> wantsMore) {
        String state = asking("hits cannot be held", () -> elasticsearch
                .openPointInTime(p -> p.index(alias).keepAlive(k -> k.time(KEPT)))
                .id());
        try {
            int left = most;
            List<FieldValue> after = List.of();
            while (left > 0) {
                List<Hit<ClauseDocument>> piece = piece(state, query, after, Math.min(PIECE, left));
                boolean goOn = wantsMore.test(readable(piece, viewer));
                left -= piece.size();
                if (!goOn || piece.size() < PIECE) {
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

    /** @param withFindings those of the clauses that carry a finding */
    record Shown(long clauses, long withFindings) {

        static final Shown NOTHING = new Shown(0, 0);
    }

    /** How many clauses or passages of each of these sources the index shows; those of which it shows none are absent. */
    Map<String, Shown> shown(Set<String> sources) {
        var response = asking(
                "sources cannot be counted",
                () -> elasticsearch.search(
                        s -> s.index(alias).size(0).query(inSources(sources)).aggregations("sources", a -> a.terms(
                                        t -> t.field("versionId").size(sources.size()))
                                .aggregations(
                                        "found",
                                        found -> found.filter(f -> f.exists(e -> e.field(Facet.FINDING.field()))))),
                        Void.class));
        var shown = new HashMap<String, Shown>();
        var counted = Objects.requireNonNull(response.aggregations().get("sources"), "asked for");
        if (counted.isSterms()) {
            counted.sterms().buckets().array().forEach(one -> {
                var found = Objects.requireNonNull(one.aggregations().get("found"), "asked for");
                shown.put(
                        one.key().stringValue(),
                        new Shown(one.docCount(), found.filter().docCount()));
            });
        }
        return shown;
    }
}
