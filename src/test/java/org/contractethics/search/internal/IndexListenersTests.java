package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractRegister.LineChanged;
import org.contractethics.search.internal.IndexListeners.FactsChanged;
import org.contractethics.search.internal.IndexListeners.FindingsChanged;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract is indexed again where its clauses carry something else than before, and not for every step of its review. */
class IndexListenersTests {

    private static final String NOWHERE = "http://localhost:1";

    private final OneDocument world = new OneDocument("facial matching");
    private final List<Object> published = new ArrayList<>();
    private final IndexListeners listeners = listeners();

    private IndexListeners listeners() {
        ElasticsearchClient client = SearchFixtures.client(NOWHERE);
        ClauseIndex index =
                new ClauseIndex(client, SearchFixtures.definition(), SearchFixtures.settings(NOWHERE, "none"));
        return world.listeners(client, index, SearchFixtures.outage(published::add), published::add);
    }

    @Test
    void a_contract_whose_state_tier_or_outcome_changed_is_followed_whatever_moved_it() {
        listeners.note(world.uploaded());

        listeners.note(new LineChanged(world.uploaded().contract()));

        assertThat(published).containsExactly(new FactsChanged(world.uploaded().contract()));
        assertThat(world.noted()).containsExactly(world.uploaded().contract());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage-completed", "triage-confirmed", "decision-recorded", "approval-lapsed"})
    void a_step_of_its_review_alone_is_not(String kind) {
        listeners.note(world.uploaded());

        listeners.note(fact(kind, Map.of("stage", "ASSESSMENT")));

        assertThat(published).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document-added", "contract-changed", "contract-taken", "contract-handed-over"})
    void what_changes_its_facts_or_readers_is_followed_by_its_own_fact(String kind) {
        listeners.note(world.uploaded());

        listeners.note(fact(kind, Map.of()));

        assertThat(published).containsExactly(new FactsChanged(world.uploaded().contract()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clauses-scanned", "finding-judged"})
    void a_finding_is_followed_without_asking_rights_afresh(String kind) {
        listeners.note(world.uploaded());

        listeners.note(fact(kind, Map.of()));

        assertThat(published).containsExactly(new FactsChanged(world.uploaded().contract()));
        assertThat(world.noted()).isEmpty();
    }

    @Test
    void what_was_found_in_one_version_leaves_the_others_alone() {
        listeners.note(world.uploaded());
        var version = world.uploaded().version();

        listeners.note(fact("clauses-scanned", Map.of("versionId", version.toString())));

        assertThat(published)
                .containsExactly(new FindingsChanged(world.uploaded().contract(), version));
        assertThat(world.noted()).isEmpty();
    }

    @Test
    void a_change_of_rights_is_noted() {
        listeners.note(world.uploaded());

        listeners.note(fact("contract-changed", Map.of()));

        assertThat(world.noted()).containsExactly(world.uploaded().contract());
    }

    @Test
    void a_contract_without_documents_is_not_indexed() {
        listeners.note(fact("contract-changed", Map.of()));

        assertThat(published).isEmpty();
    }

    private RecordedEvent fact(String kind, Map<String, Object> facts) {
        return new Fact(kind, world.uploaded().contract(), facts);
    }

    private record Fact(String kind, @Nullable ContractId contract, Map<String, Object> facts)
            implements RecordedEvent {

        @Override
        public String actor() {
            return "priya.raman";
        }

        @Override
        public Instant occurredAt() {
            return Instant.EPOCH;
        }
    }
}
