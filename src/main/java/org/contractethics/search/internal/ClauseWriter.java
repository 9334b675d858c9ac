package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.ArrayList;
import java.util.List;
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
        // on all processors: the cluster waits for it
        List<IndexedClause> indexed =
                clauses.parallelStream().map(this::indexed).toList();
        var refused = new ArrayList<RefusedClause>();
        var portion = new ArrayList<BulkOperation>();
        int from = 0;
        int characters = 0;
        for (int n = 0; n < clauses.size(); n++) {
            ClauseDocument clause = clauses.get(n);
            IndexedClause written = indexed.get(n);
            portion.add(BulkOperation.of(op -> op.index(
                    i -> i.index(index).requireAlias(alias).id(clause.id()).document(written))));
            characters += clause.text().length() + clause.heading().length() + FRAME;
            if (portion.size() == CLAUSES_PER_CALL || characters > CHARACTERS_PER_CALL || n == clauses.size() - 1) {
                List<ClauseDocument> sent = clauses.subList(from, n + 1);
                calls.send(portion)
                        .forEach((place, why) ->
                                refused.add(new RefusedClause(sent.get(place).ordinal(), why.field(), why.reason())));
                portion.clear();
                from = n + 1;
                characters = 0;
            }
        }
        return refused;
    }

    private IndexedClause indexed(ClauseDocument clause) {
        return new IndexedClause(clause, shown.in(clause.heading(), clause.text()));
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
