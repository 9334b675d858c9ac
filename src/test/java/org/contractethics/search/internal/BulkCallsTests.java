package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contractethics.search.internal.BulkCalls.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How bulk calls give way to a cluster that is busy, full, or does not want a clause at all. */
class BulkCallsTests {

    private static final String BUSY = "es_rejected_execution_exception";

    private final ScriptedCluster cluster = new ScriptedCluster();
    private final List<Duration> pauses = new ArrayList<>();
    private final BulkCalls calls = new BulkCalls(SearchFixtures.client(cluster.url()), pauses::add);

    BulkCallsTests() throws IOException {}

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void what_a_busy_cluster_turns_away_is_sent_again_and_nothing_else() {
        cluster.items(BUSY, "queue", 201, 429, 429)
                .items(BUSY, "queue", 201, 429)
                .items(BUSY, "queue", 201);

        assertThat(calls.send(three())).isEmpty();

        assertThat(cluster.sent()).containsExactly(3, 2, 1);
        assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void a_call_that_is_turned_away_as_a_whole_is_sent_again() {
        cluster.wholeCall(429, BUSY).items(BUSY, "queue", 201, 201, 201);

        assertThat(calls.send(three())).isEmpty();

        assertThat(cluster.sent()).containsExactly(3, 3);
    }

    @Test
    void a_cluster_that_stays_busy_is_left_until_the_next_attempt_of_the_registry() {
        cluster.wholeCall(429, BUSY);

        assertThatThrownBy(() -> calls.send(three()))
                .isInstanceOf(SearchDown.class)
                .hasMessageContaining("too busy");
        assertThat(cluster.sent()).hasSize(6);
    }

    @Test
    void a_clause_that_does_not_fit_the_mapping_is_named_with_its_field_and_the_rest_is_kept() {
        cluster.items(
                "document_parsing_exception", "[1:2] failed to parse field [page] of type [integer]", 201, 400, 201);

        assertThat(calls.send(three())).isEqualTo(Map.of(1, new Refusal("page", "document parsing exception")));
    }

    @Test
    void a_full_disk_is_neither_a_busy_cluster_nor_a_bad_clause() {
        cluster.items("cluster_block_exception", "index [i] blocked by: [TOO_MANY_REQUESTS/12/disk]", 429, 429, 429);

        assertThatThrownBy(() -> calls.send(three())).isInstanceOf(IndexBlocked.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anything_else_may_pass_and_is_tried_again_as_a_whole() {
        cluster.items("unavailable_shards_exception", "gone", 201, 503, 201);

        assertThatThrownBy(() -> calls.send(three())).isInstanceOf(SearchDown.class);
    }

    private static List<BulkOperation> three() {
        return IntStream.range(0, 3)
                .mapToObj(n -> BulkOperation.of(
                        op -> op.index(i -> i.index("i").id("x" + n).document(Map.of("n", n)))))
                .toList();
    }
}
