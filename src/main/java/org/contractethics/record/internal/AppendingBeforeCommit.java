package org.contractethics.record.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends the facts of a transaction as its very last act before the commit, after every other participant. The head of the
 * tree is then the last lock taken, so acts that lock rows in different orders cannot dead-lock over it, and it is held for
 * the shortest time. A failure here rolls the whole transaction back.
 */
@Component
class AppendingBeforeCommit implements TransactionExecutionListener {

    private final AppendingFacts appending;

    AppendingBeforeCommit(AppendingFacts appending) {
        this.appending = appending;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            RecordingFacts.pending().ifPresent(this::append);
        }
    }

    private void append(PendingFacts pending) {
        List<Fact> facts = pending.take();
        if (!facts.isEmpty()) {
            pending.appended(appending.append(facts), facts);
        }
    }
}
