package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @ValueSource(strings = {"CLARIFICATION", "LEGAL_STOP", "APPEAL", "SIGNATURE_GATE"})
    void the_end_of_a_stage_that_may_move_the_contract_is_followed(String stage) {
        listeners.note(world.uploaded());

        listeners.note(fact("stage-completed", Map.of("stage", stage)));

        assertThat(published).containsExactly(new FactsChanged(world.uploaded().contract()));
    }

    @Test
    void a_contract_that_is_clear_on_legal_grounds_stays_where_it_was() {
        listeners.note(world.uploaded());

        listeners.note(fact("stage-completed", Map.of("stage", "LEGAL_STOP", "outcome", "CLEAR")));
        assertThat(published).isEmpty();

        listeners.note(fact("stage-completed", Map.of("stage", "LEGAL_STOP", "outcome", "STOP")));
        assertThat(published).containsExactly(new FactsChanged(world.uploaded().contract()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOCUMENT_CHECK", "TRIAGE", "RESEARCH", "ASSESSMENT", "MITIGATION", "VOTE", "DECISION"})
    void the_end_of_any_other_stage_is_not(String stage) {
        listeners.note(world.uploaded());

        listeners.note(fact("stage-completed", Map.of("stage", stage)));

        assertThat(published).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"triage-confirmed", "decision-recorded", "appeal-decided", "contract-changed"})
    void what_such_a_stage_decided_is_followed_by_its_own_fact(String kind) {
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
