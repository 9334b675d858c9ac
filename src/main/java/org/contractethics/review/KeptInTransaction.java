package org.contractethics.review;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is kept for the length of a transaction and no longer. Being a synchronization ties it to that transaction. */
public final class KeptInTransaction {

    private KeptInTransaction() {}

    /** What this transaction keeps of the kind; empty where it keeps nothing, or where there is no transaction. */
    public static <T extends TransactionSynchronization> Optional<T> find(Class<T> kind) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** The same, begun where the transaction keeps nothing of the kind yet; empty only where there is no transaction. */
    public static <T extends TransactionSynchronization> Optional<T> begin(Class<T> kind, Supplier<T> beginning) {
        return find(kind)
                .or(() -> TransactionSynchronizationManager.isSynchronizationActive()
                        ? Optional.of(registered(beginning.get()))
                        : Optional.empty());
    }

    private static <T extends TransactionSynchronization> T registered(T begun) {
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }
}
