package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contractethics.IntegrationTest;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fact and its entry: both are kept or neither is. */
@IntegrationTest
class AppendingIT {

    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final String person = "person-" + UUID.randomUUID();
    private TransactionTemplate transaction;

    @Autowired
    AppendingIT(
            RecordReader record,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.record = record;
        this.events = events;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aTransaction() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void a_fact_is_appended_with_the_transaction_that_published_it() {
        transaction.executeWithoutResult(status -> {
            actOn(person);
            events.publishEvent(fact("contract-ended", 1));
        });

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("contract-ended");
            assertThat(entry.actor()).isEqualTo("dana.whitfield");
            assertThat(entry.occurredAt()).isEqualTo(RecordFixtures.NOW);
            assertThat(entry.facts()).containsEntry("number", 1);
            assertThat(entry.body()).contains("\"seq\":" + entry.index());
        });
        assertThat(acted()).isTrue();
    }

    @Test
    void the_facts_of_one_transaction_stand_in_the_order_of_their_publication() {
        transaction.executeWithoutResult(
                status -> IntStream.range(0, 5).forEach(number -> events.publishEvent(fact("minutes-issued", number))));

        assertThat(entries())
                .extracting(entry -> entry.number("number").orElse(-1))
                .containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    /** R19 */
    @Test
    void a_transaction_that_rolls_back_leaves_neither_entry_nor_gap() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(fact("contract-ended", 1));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> events.publishEvent(fact("minutes-issued", 2)));

        assertThat(entries()).extracting(RecordEntry::kind).containsExactly("minutes-issued");
        assertThat(record.verify("system").problem()).isNull();
    }

    @Test
    void publishing_outside_a_transaction_is_a_mistake_and_says_so() {
        assertThatThrownBy(() -> events.publishEvent(fact("minutes-issued", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("minutes-issued was published outside a transaction");
    }

    @Test
    void an_unfit_fact_fails_the_act_at_once() {
        Happened unfit =
                new Happened("contract-ended", contract, "dana.whitfield", RecordFixtures.NOW, Map.of("price", 1.5));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    actOn(person);
                    events.publishEvent(unfit);
                }))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("facts.price");
        assertThat(acted()).isFalse();
    }

    @Test
    void a_fact_that_does_not_fit_the_schema_of_its_kind_fails_the_act() {
        Happened whole = fact("minutes-issued", 1);
        Map<String, Object> more = new HashMap<>(whole.facts());
        more.put("mood", "FINE");
        Map<String, Object> less = new HashMap<>(whole.facts());
        less.remove("meetingId");
        Map<String, Object> other = new HashMap<>(whole.facts());
        other.put("number", "one");

        for (Map<String, Object> facts : List.of(more, less, other)) {
            refused(new Happened("minutes-issued", contract, "dana.whitfield", RecordFixtures.NOW, facts));
        }
        refused(new Happened("minutes-lost", contract, "dana.whitfield", RecordFixtures.NOW, whole.facts()));
        assertThat(entries()).isEmpty();
    }

    private void refused(Happened unfit) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    actOn(person);
                    events.publishEvent(unfit);
                }))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining(unfit.kind());
        assertThat(acted()).isFalse();
    }

    /** R32 */
    @Test
    void an_entry_that_cannot_be_written_fails_the_act() {
        Happened endless = new Happened(
                        "approval-lapsed",
                        contract,
                        "dana.whitfield",
                        RecordFixtures.NOW,
                        Map.of("reason", "x".repeat(70_000)))
                .whole();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    actOn(person);
                    events.publishEvent(endless);
                }))
                .isInstanceOf(UnfitFactException.class);
        assertThat(acted()).isFalse();
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_fact_published_while_the_transaction_is_committing_is_not_lost() {
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        events.publishEvent(fact("minutes-issued", 1));
                    }
                }));

        assertThat(entries()).extracting(RecordEntry::kind).containsExactly("minutes-issued");
    }

    @Test
    void an_inner_transaction_keeps_its_facts_when_the_outer_one_rolls_back() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            events.publishEvent(fact("contract-ended", 1));
            inner.executeWithoutResult(innerStatus -> events.publishEvent(fact("minutes-issued", 2)));
            status.setRollbackOnly();
        });

        assertThat(entries()).extracting(RecordEntry::kind).containsExactly("minutes-issued");
    }

    /** R19 */
    @Test
    void acts_at_the_same_time_get_places_without_gap_or_loss() throws Exception {
        long before = record.head().size();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> acts = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                acts.add(threads.submit(act(i)));
            }
            int expected = 0;
            for (Future<Integer> act : acts) {
                expected += act.get();
            }

            assertThat(entries()).hasSize(expected);
        } finally {
            threads.shutdown();
        }
        List<Long> places = new ArrayList<>();
        record.each(EntryFilter.ALL, before, record.head().size(), entry -> places.add(entry.index()));
        assertThat(places)
                .containsExactlyElementsOf(IntStream.range(0, places.size())
                        .mapToObj(i -> before + i)
                        .toList());
        assertThat(record.verify("system").problem()).isNull();
    }

    /** Every third act rolls back, every fourth publishes two facts. */
    private Callable<Integer> act(int number) {
        int facts = number % 4 == 0 ? 2 : 1;
        boolean undone = number % 3 == 0;
        return () -> transaction.execute(status -> {
            for (int i = 0; i < facts; i++) {
                events.publishEvent(fact("minutes-issued", number * 10 + i));
            }
            if (undone) {
                status.setRollbackOnly();
            }
            return undone ? 0 : facts;
        });
    }

    private Happened fact(String kind, int number) {
        return new Happened(kind, contract, "dana.whitfield", RecordFixtures.NOW, Map.of("number", number)).whole();
    }

    private List<RecordEntry> entries() {
        return record.oldest(EntryFilter.ofContract(contract), -1, 1_000);
    }

    private void actOn(String name) {
        jdbc.sql("insert into record.verification (verified_at, requested_by, size, root, millis) values"
                        + " (now(), ?, 0, ?, 0)")
                .params(name, new byte[32])
                .update();
    }

    private boolean acted() {
        return jdbc.sql("select count(*) from record.verification where requested_by = ?")
                        .param(person)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void reading_narrows_by_every_part_of_the_filter() {
        Instant dayBefore = RecordFixtures.NOW.minusSeconds(86_400);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(fact("source-added", 1));
            events.publishEvent(
                    new Happened("minutes-issued", contract, person, dayBefore, Map.of("number", 2)).whole());
        });

        assertThat(numbers(new EntryFilter("minutes-issued", null, contract, null, null, null)))
                .containsExactly(2L);
        assertThat(numbers(new EntryFilter(null, "sourc", contract, null, null, null)))
                .containsExactly(1L);
        assertThat(numbers(new EntryFilter(null, null, null, person, null, null)))
                .containsExactly(2L);
        assertThat(numbers(new EntryFilter(null, null, contract, null, RecordFixtures.NOW, null)))
                .containsExactly(1L);
        assertThat(numbers(new EntryFilter(null, null, contract, null, null, RecordFixtures.NOW)))
                .containsExactly(2L);
        assertThat(record.count(EntryFilter.ofContract(contract))).isEqualTo(2);
        assertThat(record.kinds()).contains("minutes-issued", "source-added").isSorted();
    }

    private List<Long> numbers(EntryFilter filter) {
        return record.newest(filter, Long.MAX_VALUE, 100).stream()
                .map(entry -> entry.number("number").orElse(-1))
                .toList();
    }
}
