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
import java.util.Optional;
import java.util.Set;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.search.internal.IndexLedger.Noted;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Compares the index with the database and indexes again what is missing or out of date. */
@Service
class CatchingUp {

    private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);
    private static final int PAGE = 1_000;

    private final ElasticsearchClient elasticsearch;
    private final ClauseIndex index;
    private final IndexLedger ledger;
    private final ContractClauses contracts;
    private final IndexingContracts indexing;
    private final RebuildingIndex rebuilding;
    private final Rebuilds rebuilds;
    private final RefusedClauses refusals;

    CatchingUp(
            ElasticsearchClient elasticsearch,
            ClauseIndex index,
            IndexLedger ledger,
            ContractClauses contracts,
            IndexingContracts indexing,
            RebuildingIndex rebuilding,
            Rebuilds rebuilds,
            RefusedClauses refusals) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.ledger = ledger;
        this.contracts = contracts;
        this.indexing = indexing;
        this.rebuilding = rebuilding;
        this.rebuilds = rebuilds;
        this.refusals = refusals;
    }

    /** What the index holds of a version. */
    private record Held(long clauses, Set<String> fingerprints) {}

    void catchUp() {
        index.ensure();
        index.refresh();
        if (!index.isOfThisDefinition()) {
            index.takeConcepts();
            if (!rebuilds.isRunning()) {
                rebuilding.request(Actor.SYSTEM);
            }
            return;
        }
        Set<ContractId> behind = behind(held());
        OneByOne.each("indexing a contract", behind, indexing::index);
        log.info("search index caught up contracts={}", behind.size());
    }

    private Set<ContractId> behind(Map<String, Held> held) {
        var facts = new HashMap<ContractId, String>();
        var behind = new LinkedHashSet<ContractId>();
        for (Noted noted : ledger.all()) {
            String fingerprint = facts.computeIfAbsent(
                    noted.contract(),
                    id -> contracts.factsOf(id).map(ContractFacts::fingerprint).orElse(""));
            Held there = held.getOrDefault(noted.version().toString(), new Held(0, Set.of()));
            boolean factsTrue = there.clauses() == 0 || there.fingerprints().equals(Set.of(fingerprint));
            if (there.clauses() != clausesOf(noted) || !factsTrue) {
                behind.add(noted.contract());
            }
        }
        return behind;
    }

    private int clausesOf(Noted noted) {
        Optional<DocumentVersion> version = contracts.version(noted.version());
        return version.filter(found -> found.status() == ExtractionStatus.READ)
                .map(found -> found.clauseCount() - refusals.of(found.id()))
                .orElse(0);
    }

    private Map<String, Held> held() {
        var held = new HashMap<String, Held>();
        Map<String, FieldValue> after = Map.of();
        do {
            CompositeAggregate page = page(after);
            for (CompositeBucket bucket : page.buckets().array()) {
                var there = new Held(bucket.docCount(), Set.of(keyOf(bucket, "fingerprint")));
                held.merge(keyOf(bucket, "version"), there, CatchingUp::both);
            }
            after = page.afterKey();
        } while (!after.isEmpty());
        return held;
    }

    private static String keyOf(CompositeBucket bucket, String source) {
        return requireNonNull(bucket.key().get(source), "asked for as a source").stringValue();
    }

    private static Held both(Held one, Held other) {
        var fingerprints = new LinkedHashSet<>(one.fingerprints());
        fingerprints.addAll(other.fingerprints());
        return new Held(one.clauses() + other.clauses(), fingerprints);
    }

    private CompositeAggregate page(Map<String, FieldValue> after) {
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
                                                            source("version", "versionId"), source("fingerprint")));
                                            return after.isEmpty() ? c : c.after(after);
                                        })),
                        Void.class));
        return requireNonNull(response.aggregations().get("held"), "asked for").composite();
    }

    private static Map<String, CompositeAggregationSource> source(String name, String field) {
        return Map.of(name, CompositeAggregationSource.of(s -> s.terms(t -> t.field(field))));
    }

    private static Map<String, CompositeAggregationSource> source(String field) {
        return source(field, field);
    }
}
