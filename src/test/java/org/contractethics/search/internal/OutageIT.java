package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.search.internal.SearchFixtures.REVIEWER;
import static org.contractethics.search.internal.SearchFixtures.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.contractethics.document.Documents.TextExtracted;
import org.contractethics.local.LocalServices;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is uploaded while the cluster is away is found when it is back, without waiting for the next attempt of the registry. */
class OutageIT {

    private final OneDocument world = new OneDocument("The agency may use the facial matching service.");
    private final Queue<Object> published = new ArrayDeque<>();
    private final Breakable line;
    private final ElasticsearchClient client;
    private final ClauseIndex index;
    private final IndexListeners listeners;
    private final ContractSearch search;

    OutageIT() throws IOException {
        String cluster = requireNonNull(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .get("contract-ethics.elasticsearch.url"));
        line = new Breakable(cluster);
        client = SearchFixtures.client(line.url());
        var settings = SearchFixtures.settings(line.url(), "outage-it-" + UUID.randomUUID());
        index = new ClauseIndex(client, SearchFixtures.definition(), settings);
        Outage outage = SearchFixtures.outage(published::add);
        listeners = world.listeners(client, index, outage, published::add);
        search = SearchFixtures.search(
                SearchFixtures.queries(client, settings), world.documents(), outage, published::add);
    }

    @BeforeEach
    void the_index_exists() throws IOException {
        line.mend();
        index.ensure();
    }

    @AfterEach
    void drop_the_index() throws IOException {
        line.mend();
        for (String name :
                client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
            client.indices().delete(d -> d.index(name));
        }
        line.close();
    }

    @Test
    void the_first_answer_after_an_outage_brings_what_was_missed() throws IOException {
        line.cut();
        listeners.note(world.uploaded());
        assertThatThrownBy(() -> listeners.index(world.uploaded())).isInstanceOf(SearchDown.class);

        line.mend();
        assertThat(search.find(query("facial"), REVIEWER).total()).isZero();
        assertThat(published.poll()).isEqualTo(new CatchUpRequested());
        listeners.catchUp(new CatchUpRequested());
        index.refresh();

        assertThat(search.find(query("facial"), REVIEWER).total()).isEqualTo(1);
        assertThat(published).isEmpty();
    }

    @Test
    void a_cluster_that_answers_too_slowly_is_given_up_in_time_and_loses_nothing() throws IOException {
        line.slowDown();
        Instant asked = Instant.now();
        assertThatThrownBy(() -> search.find(query("facial"), REVIEWER)).isInstanceOf(SearchDown.class);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(8));
        listeners.note(world.uploaded());

        line.mend();
        listeners.index(world.uploaded());
        index.refresh();

        assertThat(search.find(query("facial"), REVIEWER).total()).isEqualTo(1);
        assertThat(published).containsExactly(new CatchUpRequested());
    }

    @Test
    void without_an_outage_nothing_is_compared() {
        listeners.note(world.uploaded());
        listeners.index(world.uploaded());
        index.refresh();

        assertThat(search.find(query("facial"), REVIEWER).total()).isEqualTo(1);
        assertThat(published).isEmpty();
    }

    @Test
    void other_documents_of_the_outage_do_not_wait_for_their_own_attempt() throws IOException {
        line.cut();
        listeners.note(world.uploaded());
        assertThatThrownBy(() -> listeners.index(world.uploaded())).isInstanceOf(SearchDown.class);

        line.mend();
        listeners.index(
                new TextExtracted(new DocumentVersionId(UUID.randomUUID()), new ContractId(UUID.randomUUID()), true));

        assertThat(published).containsExactly(new CatchUpRequested());
    }
}
