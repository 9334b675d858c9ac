package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Writes clauses in portions the cluster can take, bounded in number and in characters. */
@Component
class ClauseWriter {

    private static final int CLAUSES_PER_CALL = 500;
    private static final int CHARACTERS_PER_CALL = 2_000_000;

    /** What a clause costs besides its words. */
    private static final int FRAME = 1_000;

    private final ElasticsearchClient elasticsearch;
    private final ShownConcepts shown;
    private final BulkCalls calls;

    @Autowired
    ClauseWriter(ElasticsearchClient elasticsearch, ShownConcepts shown) {
        this(elasticsearch, shown, new BulkCalls(elasticsearch, Pause.SLEEPING));
    }

    ClauseWriter(ElasticsearchClient elasticsearch, ShownConcepts shown, BulkCalls calls) {
        this.elasticsearch = elasticsearch;
        this.shown = shown;
        this.calls = calls;
    }

    /**
     * @param index an index, or the alias of one; never created by writing to it
     * @return the clauses that the cluster will not take however often they are sent; all others are written
     */
    List<RefusedClause> write(String index, boolean alias, List<ClauseDocument> clauses) {
        var refused = new ArrayList<RefusedClause>();
        List<List<ClauseDocument>> portions = portions(clauses);
        List<BulkOperation> made = portions.isEmpty() ? List.of() : made(index, alias, portions.get(0));
        for (int n = 0; n < portions.size(); n++) {
            List<ClauseDocument> sent = portions.get(n);
            CompletableFuture<List<BulkOperation>> next = n + 1 < portions.size()
                    ? making(index, alias, portions.get(n + 1))
                    : CompletableFuture.completedFuture(List.of());
            calls.send(made)
                    .forEach((place, why) ->
                            refused.add(new RefusedClause(sent.get(place).ordinal(), why.field(), why.reason())));
            made = next.join();
        }
        return refused;
    }

    private static List<List<ClauseDocument>> portions(List<ClauseDocument> clauses) {
        var portions = new ArrayList<List<ClauseDocument>>();
        int from = 0;
        int characters = 0;
        for (int n = 0; n < clauses.size(); n++) {
            ClauseDocument clause = clauses.get(n);
            characters += clause.text().length() + clause.heading().length() + FRAME;
            if (n + 1 - from == CLAUSES_PER_CALL || characters > CHARACTERS_PER_CALL || n == clauses.size() - 1) {
                portions.add(clauses.subList(from, n + 1));
                from = n + 1;
                characters = 0;
            }
        }
        return portions;
    }

    /** While the cluster takes the portion before. */
    private CompletableFuture<List<BulkOperation>> making(String index, boolean alias, List<ClauseDocument> portion) {
        return CompletableFuture.supplyAsync(() -> made(index, alias, portion));
    }

    private List<BulkOperation> made(String index, boolean alias, List<ClauseDocument> portion) {
        return portion.parallelStream()
                .map(clause -> {
                    BinaryData json = json(clause);
                    return BulkOperation.of(op -> op.index(i ->
                            i.index(index).requireAlias(alias).id(clause.id()).document(json)));
                })
                .toList();
    }

    private BinaryData json(ClauseDocument clause) {
        var written = new IndexedClause(clause, shown.in(clause.heading(), clause.text()));
        return BinaryData.of(written, elasticsearch._jsonpMapper());
    }

    /** Drops the clauses of a version from this ordinal on, left over from a reading that gave more of them. */
    void dropFrom(String index, String version, int ordinal) {
        List<String> ids;
        do {
            ids = asking("clauses cannot be listed", () -> elasticsearch
                    .search(
                            s -> s.index(index)
                                    .size(1_000)
                                    .source(source -> source.fetch(false))
                                    .query(q -> q.bool(b -> b.filter(f -> f.term(
                                                    t -> t.field("versionId").value(version)))
                                            .filter(f -> f.range(r -> r.number(
                                                    n -> n.field("ordinal").gte((double) ordinal)))))),
                            Void.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(hit -> String.valueOf(hit.id()))
                    .toList());
            delete(index, ids);
        } while (ids.size() == 1_000);
    }

    private void delete(String index, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        calls.send(ids.stream()
                .map(id -> BulkOperation.of(op -> op.delete(d -> d.index(index).id(id))))
                .toList());
        asking("index cannot be refreshed", () -> elasticsearch.indices().refresh(r -> r.index(index)));
    }
}
