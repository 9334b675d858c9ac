package org.contractethics.workflow.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Open tasks that the transaction holds, as it found them: nobody else changes them before it ends, so it reads them once. What the
 * transaction itself changes is forgotten.
 */
final class HeldItems {

    private final InboxItems items;

    HeldItems(InboxItems items) {
        this.items = items;
    }

    /**
     * Being a synchronization ties it to the transaction.
     *
     * @param open by the id of the task
     * @param contracts by the subject of the task
     */
    private record Known(Map<String, InboxItem> open, Map<UUID, ContractLine> contracts)
            implements TransactionSynchronization {

        InboxItem keep(InboxItem item) {
            open.put(item.taskId(), item);
            Optional.ofNullable(item.contract()).ifPresent(contract -> contracts.put(item.subject(), contract));
            return item;
        }
    }

    /** The open task of this key, held until the transaction ends; empty where somebody else finished it meanwhile. */
    Optional<InboxItem> open(UUID subject, String taskKey) {
        return known().flatMap(known -> known.open().values().stream())
                .filter(item ->
                        item.subject().equals(subject) && item.taskKey().equals(taskKey))
                .findFirst()
                .or(() -> items.lockOpen(subject, taskKey).map(HeldItems::keep));
    }

    /** What a task held in this transaction says of the contract of its subject, also once it is done. */
    Optional<ContractLine> contractOf(UUID subject) {
        return known().flatMap(known -> Stream.ofNullable(known.contracts().get(subject)))
                .findFirst();
    }

    /** The transaction changed this task, or it is done. */
    void changed(String taskId) {
        known().forEach(known -> known.open().remove(taskId));
    }

    /** The transaction changed what the tasks say of contracts. */
    void contractsChanged() {
        known().forEach(known -> {
            known.open().clear();
            known.contracts().clear();
        });
    }

    private static InboxItem keep(InboxItem item) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return item;
        }
        return known()
                .findFirst()
                .orElseGet(() -> {
                    Known known = new Known(new HashMap<>(), new HashMap<>());
                    TransactionSynchronizationManager.registerSynchronization(known);
                    return known;
                })
                .keep(item);
    }

    private static Stream<Known> known() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Known.class::isInstance)
                        .map(Known.class::cast)
                : Stream.empty();
    }
}
