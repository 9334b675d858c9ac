package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.RequestOptions;
import org.springframework.stereotype.Component;

/** Writes clauses in portions the cluster can take; a portion of which one clause failed counts as failed. */
@Component
class ClauseWriter {

    private static final int CLAUSES_PER_CALL = 500;
    private static final int CHARACTERS_PER_CALL = 2_000_000;

    /** Nobody waits for a page here, so a busy cluster gets more time than a search. */
    private static final int ANSWER_MILLIS = 30_000;

    private final ElasticsearchClient elasticsearch;

    ClauseWriter(ElasticsearchClient elasticsearch) {
        RequestConfig patient = RequestConfig.custom()
                .setConnectTimeout(2_000)
                .setSocketTimeout(ANSWER_MILLIS)
                .build();
        this.elasticsearch = elasticsearch.withTransportOptions(new RestClientOptions(
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(patient).build(), false));
    }

    /** @param index an index, or the alias of one; never created by writing to it */
    void write(String index, boolean alias, List<ClauseDocument> clauses) {
        var portion = new ArrayList<BulkOperation>();
        int characters = 0;
        for (ClauseDocument clause : clauses) {
            portion.add(BulkOperation.of(op -> op.index(
                    i -> i.index(index).requireAlias(alias).id(clause.id()).document(clause))));
            characters += clause.text().length();
            if (portion.size() == CLAUSES_PER_CALL || characters > CHARACTERS_PER_CALL) {
                send(portion);
                characters = 0;
            }
        }
        send(portion);
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
        send(new ArrayList<>(ids.stream()
                .map(id -> BulkOperation.of(op -> op.delete(d -> d.index(index).id(id))))
                .toList()));
        asking("index cannot be refreshed", () -> elasticsearch.indices().refresh(r -> r.index(index)));
    }

    private void send(List<BulkOperation> portion) {
        if (portion.isEmpty()) {
            return;
        }
        BulkResponse response =
                asking("clauses cannot be written", () -> elasticsearch.bulk(b -> b.operations(List.copyOf(portion))));
        portion.clear();
        // a bulk call does not fail when its items do
        if (response.errors()) {
            long failed = response.items().stream()
                    .filter(item -> item.error() != null)
                    .count();
            throw new SearchDown(failed + " of " + response.items().size() + " clauses were refused");
        }
    }
}
