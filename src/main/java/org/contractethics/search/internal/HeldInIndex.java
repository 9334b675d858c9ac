package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the index in use holds, counted. */
@Component
class HeldInIndex {

    private static final int PAGE = 1_000;

    private final ElasticsearchClient elasticsearch;
    private final ClauseIndex index;

    HeldInIndex(ElasticsearchClient elasticsearch, ClauseIndex index) {
        this.elasticsearch = elasticsearch;
        this.index = index;
    }

    /** What it holds of one version or incident. */
    record Held(long clauses, Set<String> fingerprints) {

        static final Held NOTHING = new Held(0, Set.of());

        /** Whether there are so many clauses, all of which carry these facts of their contract. */
        boolean is(int expected, String fingerprint) {
            return clauses == expected && (clauses == 0 || fingerprints.equals(Set.of(fingerprint)));
        }

        private Held and(Held other) {
            var both = new LinkedHashSet<>(fingerprints);
            both.addAll(other.fingerprints());
            return new Held(clauses + other.clauses(), both);
        }
    }

    /** By the values of this field. */
    Map<String, Held> by(String field) {
        var held = new HashMap<String, Held>();
        Map<String, FieldValue> after = Map.of();
        do {
            CompositeAggregate page = page(field, after);
            for (CompositeBucket bucket : page.buckets().array()) {
                var there = new Held(bucket.docCount(), Set.of(keyOf(bucket, "fingerprint")));
                held.merge(keyOf(bucket, "value"), there, Held::and);
            }
            after = page.afterKey();
        } while (!after.isEmpty());
        return held;
    }

    private static String keyOf(CompositeBucket bucket, String source) {
        return requireNonNull(bucket.key().get(source), "asked for as a source").stringValue();
    }

    private CompositeAggregate page(String field, Map<String, FieldValue> after) {
        var response = asking(
                "index cannot be compared",
                () -> elasticsearch.search(
                        s -> s.index(index.alias())
                                .size(0)
                                .aggregations(
                                        "held",
                                        a -> a.composite(c -> {
                                            c.size(PAGE)
                                                    .sources(List.of(
                                                            source("value", field),
                                                            source("fingerprint", "fingerprint")));
                                            return after.isEmpty() ? c : c.after(after);
                                        })),
                        Void.class));
        return requireNonNull(response.aggregations().get("held"), "asked for").composite();
    }

    private static Map<String, CompositeAggregationSource> source(String name, String field) {
        return Map.of(name, CompositeAggregationSource.of(s -> s.terms(t -> t.field(field))));
    }
}
