package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.search.internal.SearchFixtures.REVIEWER;
import static org.contractethics.search.internal.SearchFixtures.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.contractethics.local.LocalServices;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster whose disk is full keeps the index read-only; and an index whose mapping does not fit. */
class FullDiskIT {

    private final OneDocument world = new OneDocument("The agency may use the facial matching service.");
    private final Queue<Object> published = new ArrayDeque<>();
    private final ElasticsearchClient client;
    private final ElasticsearchSettings settings;
    private final ClauseIndex index;
    private final IndexListeners listeners;
    private final ContractSearch search;

    FullDiskIT() {
        String cluster = requireNonNull(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .get("contract-ethics.elasticsearch.url"));
        client = SearchFixtures.client(cluster);
        settings = SearchFixtures.settings(cluster, "searching-disk-" + UUID.randomUUID());
        index = new ClauseIndex(client, SearchFixtures.definition(), settings);
        Outage outage = SearchFixtures.outage(published::add);
        listeners = world.listeners(client, index, outage, published::add);
        search = SearchFixtures.search(
                SearchFixtures.queries(client, settings), world.documents(), outage, published::add);
    }

    @BeforeEach
    void the_index_exists() {
        index.ensure();
    }

    @AfterEach
    void drop_the_index() throws IOException {
        for (String name :
                client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
            client.indices().delete(d -> d.index(name));
        }
    }

    /** Bad input 23 */
    @Test
    void what_comes_while_the_disk_is_full_is_found_once_there_is_room() throws IOException {
        block();
        listeners.note(world.uploaded());

        assertThatThrownBy(() -> listeners.index(world.uploaded())).isInstanceOf(IndexBlocked.class);
        assertThat(index.isBlocked()).isTrue();
        assertThat(search.find(query("facial"), REVIEWER).total()).isZero();
        published.clear();

        new LiftingBlock(client, index, published::add, SearchFixtures.transactions()).run();
        assertThat(index.isBlocked()).isFalse();
        assertThat(published).containsExactly(new CatchUpRequested());
        listeners.catchUp(new CatchUpRequested());
        index.refresh();

        assertThat(search.find(query("facial"), REVIEWER).total()).isEqualTo(1);
    }

    @Test
    void nothing_is_lifted_where_nothing_is_blocked() {
        new LiftingBlock(client, index, published::add, SearchFixtures.transactions()).run();

        assertThat(published).isEmpty();
    }

    @Test
    void a_clause_that_the_mapping_refuses_is_named_and_the_others_are_found() throws IOException {
        drop_the_index();
        String odd = SearchFixtures.definition()
                .json()
                .replace("\"page\":{\"type\":\"integer\"}", "\"page\":{\"type\":\"byte\"}");
        client.indices().create(c -> c.index(index.alias() + "-000001").withJson(new StringReader(odd)));
        client.indices().putAlias(a -> a.index(index.alias() + "-000001").name(index.alias()));
        ClauseDocument fits = ClauseFixtures.clause(0, "The agency may use the service.", 7);
        ClauseDocument doesNot = ClauseFixtures.clause(1, "The agency may audit the service.", 700);

        var refused = SearchFixtures.writer(client).write(index.alias(), true, List.of(fits, doesNot));
        index.refresh();

        assertThat(refused).containsExactly(new RefusedClause(1, "page", "document parsing exception"));
        assertThat(SearchFixtures.queries(client, settings)
                        .find(query("agency"), REVIEWER, List.of())
                        .total())
                .isEqualTo(1);
    }

    private void block() throws IOException {
        client.indices().putSettings(s -> s.index(index.alias())
                .withJson(new StringReader("{\"index.blocks.read_only_allow_delete\":true}")));
    }
}
