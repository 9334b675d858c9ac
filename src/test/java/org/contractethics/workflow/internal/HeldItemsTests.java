package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class HeldItemsTests {

    private static final String KEY = "triage";

    private final UUID review = UUID.randomUUID();
    private final ContractLine contract =
            new ContractLine(new ContractId(UUID.randomUUID()), "C-7", "Cloud storage", "Border agency");
    private final ItemsInMemory items = new ItemsInMemory();
    private final HeldItems held = new HeldItems(items);

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
        items.opened(item("1"));
    }

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void a_transaction_reads_a_task_that_it_holds_once() {
        Optional<InboxItem> first = held.open(review, KEY);
        items.removed("1");

        assertThat(held.open(review, KEY)).isPresent().isEqualTo(first);
    }

    @Test
    void what_the_transaction_changed_is_read_again() {
        held.open(review, KEY);
        items.assigned("1", "priya", Instant.EPOCH);
        HeldItems.changed("1");

        assertThat(held.open(review, KEY)).get().extracting(InboxItem::assignee).isEqualTo("priya");
    }

    @Test
    void a_task_that_ended_is_not_open() {
        held.open(review, KEY);
        items.completed("1", "priya", Instant.EPOCH);
        HeldItems.ended("1");

        assertThat(held.open(review, KEY)).isEmpty();
    }

    @Test
    void a_task_that_ended_still_says_what_its_contract_is_called() {
        held.open(review, KEY);
        HeldItems.ended("1");

        assertThat(HeldItems.contractOf(review)).contains(contract);
        assertThat(HeldItems.contractOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_contract_that_the_transaction_changed_is_read_again() {
        held.open(review, KEY);
        HeldItems.contractsChanged();

        assertThat(HeldItems.contractOf(review)).isEmpty();
    }

    @Test
    void tells_the_tasks_that_the_transaction_opened_and_did_not_end() {
        HeldItems.opens(item("2"));
        HeldItems.opens(item("3"));
        HeldItems.ended("2");

        assertThat(HeldItems.opened(review)).extracting(InboxItem::taskId).containsExactly("3");
        assertThat(HeldItems.opened(UUID.randomUUID())).isEmpty();
    }

    @Test
    void nothing_outlives_the_transaction() {
        held.open(review, KEY);
        HeldItems.opens(item("2"));
        TransactionSynchronizationManager.clearSynchronization();
        TransactionSynchronizationManager.initSynchronization();
        items.removed("1");

        assertThat(held.open(review, KEY)).isEmpty();
        assertThat(HeldItems.contractOf(review)).isEmpty();
        assertThat(HeldItems.opened(review)).isEmpty();
    }

    @Test
    void without_a_transaction_nothing_is_kept() {
        TransactionSynchronizationManager.clearSynchronization();
        held.open(review, KEY);
        HeldItems.opens(item("2"));

        assertThat(HeldItems.contractOf(review)).isEmpty();
        assertThat(HeldItems.opened(review)).isEmpty();
    }

    private InboxItem item(String id) {
        return new InboxItem(
                id,
                Subject.REVIEW,
                review,
                KEY,
                "Triage",
                Set.of(Role.TRIAGE_OFFICER),
                false,
                contract,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
