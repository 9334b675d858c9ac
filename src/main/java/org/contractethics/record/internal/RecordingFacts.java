package org.contractethics.record.internal;

import java.util.Optional;
import org.contractethics.shared.RecordedEvent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every recorded event in the transaction that publishes it. A value that does not fit, and what the schema of
 * its kind does not know or misses, is refused at once; the entry
 * is written when the transaction is about to commit, see {@link AppendingBeforeCommit}.
 */
@Component
class RecordingFacts {

    private final ObjectProvider<Committed> listeners;

    RecordingFacts(ObjectProvider<Committed> listeners) {
        this.listeners = listeners;
    }

    @EventListener
    void on(RecordedEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The fact " + event.kind()
                    + " was published outside a transaction: it has to be recorded together with what it tells of."
                    + " Make the use case transactional.");
        }
        pending().orElseGet(this::begin).add(EntrySchemas.published().fitting(Fact.of(event)));
    }

    /** The facts waiting in the current transaction, if it published any. */
    static Optional<PendingFacts> pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingFacts.class::isInstance)
                .map(PendingFacts.class::cast)
                .findFirst();
    }

    private PendingFacts begin() {
        PendingFacts pending = new PendingFacts(told -> listeners.forEach(told));
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }
}
