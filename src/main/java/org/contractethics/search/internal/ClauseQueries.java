package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.ScoreMode;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.contractethics.search.internal.SearchAnswer.FacetValue;
import org.contractethics.search.internal.SearchAnswer.Hit;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.search.internal.SearchQuery.Sample;
import org.contractethics.shared.Actor;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what somebody looks for into a query of the cluster, always cut to what they may read. */
@Component
class ClauseQueries {

    private static final int UNAVAILABLE = 503;
    private static final int MOST_TIMES = 3;
    private static final Duration MOMENT = Duration.ofMillis(100);

    /** For the whole answer; the cluster itself stops after {@code timeout}. */
    private static final Duration ANSWER = Duration.ofMillis(ElasticsearchConfiguration.ANSWER_MILLIS);

    /** The best clauses, which are compared with all words of a model clause; ten pages of them. */
    private static final int RANKED = 200;

    /** Words behind these characters of a clause are found and not marked; the cluster would refuse to mark a longer one. */
    private static final int MARKED = 500_000;

    private static final int FRAGMENT = 220;
    private static final int FRAGMENTS = 3;
    private static final int FACET_VALUES = 30;

    private final ElasticsearchAsyncClient elasticsearch;
    private final String alias;
    private final PlainWords plain;
    private final ConceptIndex concepts;

    ClauseQueries(
            ElasticsearchClient elasticsearch,
            ElasticsearchSettings settings,
            PlainWords plain,
            ConceptIndex concepts) {
        this.elasticsearch = new ElasticsearchAsyncClient(elasticsearch._transport());
        this.alias = settings.clauses();
        this.plain = plain;
        this.concepts = concepts;
    }

    /** What the cluster answered. */
    record Found(long total, List<Hit> hits, Map<Facet, List<FacetValue>> facets) {

        int pages() {
            long reachable = Math.min(total, (long) SearchQuery.LAST_PAGE * SearchQuery.PAGE_SIZE);
            return (int) ((reachable + SearchQuery.PAGE_SIZE - 1) / SearchQuery.PAGE_SIZE);
        }

        SearchAnswer answer(SearchQuery query) {
            return new SearchAnswer(total, query.page(), pages(), hits, facets);
        }
    }

    /** The cluster answers, but has lost the index, or never had it. */
    static final class IndexMissing extends SearchDown {
        private static final long serialVersionUID = 1L;

        IndexMissing(Exception cause) {
            super("there is no index of clauses", cause);
        }
    }

    /** The cluster answers, but not the index: a rebuild may just have put another in its place. */
    private static final class IndexUnavailable extends SearchDown {
        private static final long serialVersionUID = 1L;

        IndexUnavailable(Exception cause) {
            super("clauses cannot be searched", cause);
        }
    }

    private static SearchDown down(Exception cause, int status) {
        return status == UNAVAILABLE
                ? new IndexUnavailable(cause)
                : new SearchDown("clauses cannot be searched", cause);
    }

    /** Asks again where the index that was asked has just been replaced by a rebuild and is gone; a busy cluster takes a moment. */
    Found find(SearchQuery query, Actor viewer, Collection<String> contractsLeftOut) {
        for (int time = 1; time < MOST_TIMES; time++) {
            try {
                return ask(query, viewer, contractsLeftOut);
            } catch (IndexUnavailable e) {
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
        return ask(query, viewer, contractsLeftOut);
    }

    private Found ask(SearchQuery query, Actor viewer, Collection<String> contractsLeftOut) {
        Optional<String> byName = plain.widens(query) ? concepts.name() : Optional.empty();
        try {
            return found(query, answer(request(query, viewer, contractsLeftOut, byName)));
        } catch (ElasticsearchException e) {
            throw refused(e, byName);
        } catch (ResponseException e) {
            throw down(e, e.getResponse().getStatusLine().getStatusCode());
        } catch (IOException e) {
            throw new SearchDown("clauses cannot be searched", e);
        }
    }

    /** The client's own limit is for silence: a cluster that sends a byte now and then would be waited for without end. */
    private SearchResponse<ClauseDocument> answer(SearchRequest request) throws IOException {
        var asking = elasticsearch.search(request, ClauseDocument.class);
        try {
            return asking.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asking.cancel(true);
            throw new SearchDown("clauses were not found in time", e);
        } catch (InterruptedException e) {
            asking.cancel(true);
            Thread.currentThread().interrupt();
            throw new SearchDown("the search was broken off", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            if (e.getCause() instanceof ElasticsearchException refused) {
                throw refused;
            }
            throw new IllegalStateException("a search failed", e);
        }
    }

    /** An index that was asked by its name may have been replaced by a rebuild, which drops it. */
    private SearchDown refused(ElasticsearchException e, Optional<String> byName) {
        boolean lost = "index_not_found_exception".equals(e.error().type());
        if (byName.isPresent()) {
            concepts.forget();
        }
        if (lost) {
            return byName.isPresent() ? new IndexUnavailable(e) : new IndexMissing(e);
        }
        return down(e, e.status());
    }

    SearchRequest request(SearchQuery query, Actor viewer, Collection<String> contractsLeftOut) {
        return request(query, viewer, contractsLeftOut, plain.widens(query) ? concepts.name() : Optional.empty());
    }

    private SearchRequest request(
            SearchQuery query, Actor viewer, Collection<String> contractsLeftOut, Optional<String> byName) {
        Query words = byName.isPresent() ? plain.shown(query) : words(query);
        var request = new SearchRequest.Builder()
                .index(byName.orElse(alias))
                .timeout("2500ms")
                .from(query.from())
                .size(SearchQuery.PAGE_SIZE)
                .trackTotalHits(t -> t.enabled(true))
                .query(readable(query, viewer, contractsLeftOut, words))
                .highlight(h -> h.type(HighlighterType.Unified)
                        .preTags(String.valueOf(Highlights.BEGIN))
                        .postTags(String.valueOf(Highlights.END))
                        // the words alone: a role of the reader that stands in a clause is not a hit
                        .highlightQuery(marked(query))
                        .requireFieldMatch(true)
                        .maxAnalyzedOffset(MARKED)
                        .fields("text", f -> f.fragmentSize(FRAGMENT)
                                .numberOfFragments(FRAGMENTS)
                                .noMatchSize(FRAGMENT))
                        .fields("heading", f -> f.numberOfFragments(0)));
        if (!query.filters().isEmpty()) {
            request.postFilter(chosen(query, null));
        }
        for (Facet facet : Facet.values()) {
            request.aggregations(facet.name(), countsOf(facet, query));
        }
        plain.ranking(query)
                .ifPresent(like -> request.rescore(
                        r -> r.windowSize(RANKED).query(q -> q.query(like).scoreMode(ScoreMode.Total))));
        return request.build();
    }

    /** Everything at once, for those who go through all hits: words, rights and filters. */
    Query narrowed(SearchQuery query, Actor viewer, Collection<String> contractsLeftOut) {
        return Query.of(q -> q.bool(b -> b.must(readable(query, viewer, contractsLeftOut, words(query)))
                .filter(chosen(query, null))
                .should(plain.ranking(query).stream().toList())));
    }

    private Query words(SearchQuery query) {
        return query.typed().isPlain() ? plain.of(query) : literal(query);
    }

    private Query marked(SearchQuery query) {
        return query.typed().isPlain() ? plain.marked(query) : literal(query);
    }

    private static Query literal(SearchQuery query) {
        SearchQuery.Sample like = query.scope().like();
        return like == null ? TypedClauseQueries.of(query.typed().wanted()) : SimilarClauses.to(like);
    }

    private static Query readable(SearchQuery query, Actor viewer, Collection<String> leftOut, Query words) {
        var bool = new BoolQuery.Builder().must(words).filter(Readers.including(viewer));
        narrow(bool, query);
        if (!leftOut.isEmpty()) {
            List<FieldValue> contracts = leftOut.stream().map(FieldValue::of).toList();
            bool.mustNot(n -> n.terms(t -> t.field("contractId").terms(v -> v.value(contracts))));
        }
        return bool.build()._toQuery();
    }

    private static void narrow(BoolQuery.Builder bool, SearchQuery query) {
        String version = query.scope().version();
        Sample sample = query.scope().like();
        Set<String> among = query.scope().clauses();
        if (version != null) {
            bool.filter(f -> f.term(t -> t.field("versionId").value(version)));
        } else if (!query.allVersions()) {
            bool.filter(f -> f.term(t -> t.field("current").value(true)));
        }
        KindQueries.narrow(bool, query.scope().kind());
        if (sample != null) {
            bool.mustNot(n -> n.ids(i -> i.values(sample.id())));
        }
        if (among != null) {
            bool.filter(f -> f.ids(i -> i.values(List.copyOf(among))));
        }
    }

    /** All filters asked for, but not that of the facet being counted: its other values stay choosable. */
    private static Query chosen(SearchQuery query, @Nullable Facet except) {
        var bool = new BoolQuery.Builder();
        query.filters().forEach((facet, values) -> {
            if (facet != except) {
                List<FieldValue> any = values.stream().map(FieldValue::of).toList();
                bool.filter(f -> f.terms(t -> t.field(facet.field()).terms(v -> v.value(any))));
            }
        });
        return bool.build()._toQuery();
    }

    /** A filter that lets everything through would be asked about every clause found. */
    private static Aggregation countsOf(Facet facet, SearchQuery query) {
        Aggregation values =
                Aggregation.of(a -> a.terms(t -> t.field(facet.field()).size(FACET_VALUES)));
        boolean othersChosen = query.filters().keySet().stream().anyMatch(other -> other != facet);
        return othersChosen
                ? Aggregation.of(a -> a.filter(chosen(query, facet)).aggregations(FacetValues.FILTERED, values))
                : values;
    }

    private static Found found(SearchQuery query, SearchResponse<ClauseDocument> response) {
        if (response.timedOut() || response.shards().failed().intValue() > 0) {
            throw new SearchDown("clauses were searched in part only");
        }
        var total = response.hits().total();
        var facets = new EnumMap<Facet, List<FacetValue>>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, FacetValues.of(facet, query, response.aggregations()));
        }
        return new Found(
                total == null ? 0 : total.value(),
                response.hits().hits().stream().map(Hits::of).toList(),
                facets);
    }
}
