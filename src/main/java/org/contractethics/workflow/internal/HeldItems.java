package org.contractethics.workflow.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.review.KeptInTransaction;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Open tasks that the transaction holds, as it found them, and those that it opened: nobody else changes them before it ends, so it
 * reads them once. What the transaction itself changes is forgotten.
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
     * @param opened by the id of the task, in the order in which they opened
     * @param contracts by the subject of the task
     */
    private record Known(Map<String, InboxItem> open, Map<String, InboxItem> opened, Map<UUID, ContractLine> contracts)
            implements TransactionSynchronization {}

    /** The open task of this key, held until the transaction ends; empty where somebody else finished it meanwhile. */
    Optional<InboxItem> open(UUID subject, String taskKey) {
        return known().flatMap(known -> known.open().values().stream())
                .filter(item -> item.subject().equals(subject) && item.taskKey().equals(taskKey))
                .findFirst()
                .or(() -> items.lockOpen(subject, taskKey).map(HeldItems::keep));
    }

    /** What a task held in this transaction says of the contract of its subject, also once it is done. */
    static Optional<ContractLine> contractOf(UUID subject) {
        return known().flatMap(known -> Stream.ofNullable(known.contracts().get(subject)))
                .findFirst();
    }

    /** The tasks of a subject that this transaction opened and did not end; their assignees may be others by now. */
    static List<InboxItem> opened(UUID subject) {
        return known().flatMap(known -> known.opened().values().stream())
                .filter(item -> item.subject().equals(subject))
                .toList();
    }

    /** The transaction opened this task. */
    static void opens(InboxItem item) {
        here().ifPresent(known -> known.opened().put(item.taskId(), item));
    }

    /** The transaction changed this task. */
    static void changed(String taskId) {
        known().forEach(known -> known.open().remove(taskId));
    }

    /** The transaction completed or removed this task. */
    static void ended(String taskId) {
        changed(taskId);
        known().forEach(known -> known.opened().remove(taskId));
    }

    /** The transaction changed what the tasks say of contracts. */
    static void contractsChanged() {
        known().forEach(known -> {
            known.open().clear();
            known.contracts().clear();
        });
    }

    private static InboxItem keep(InboxItem item) {
        here().ifPresent(known -> {
            known.open().put(item.taskId(), item);
            Optional.ofNullable(item.contract())
                    .ifPresent(contract -> known.contracts().put(item.subject(), contract));
        });
        return item;
    }

    private static Optional<Known> here() {
        return KeptInTransaction.begin(
                Known.class, () -> new Known(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>()));
    }

    private static Stream<Known> known() {
        return KeptInTransaction.find(Known.class).stream();
    }
}
