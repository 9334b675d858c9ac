package org.contractethics.record.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;

/** The facts that one transaction has published and not yet appended. Being a synchronization ties it to the transaction. */
class PendingFacts implements TransactionSynchronization {

    private static final Logger LOG = LoggerFactory.getLogger(PendingFacts.class);

    private static final String DECISION = "decision-recorded";

    private final List<Fact> waiting = new ArrayList<>();
    private final Consumer<Consumer<Committed>> listeners;
    private long size;
    private boolean decided;

    PendingFacts(Consumer<Consumer<Committed>> listeners) {
        this.listeners = listeners;
    }

    void add(Fact fact) {
        waiting.add(fact);
    }

    /** The facts in the order of their publication; afterwards none are waiting. */
    List<Fact> take() {
        List<Fact> facts = List.copyOf(waiting);
        waiting.clear();
        return facts;
    }

    /** The facts have their places; they count once the transaction has committed. */
    void appended(long upTo, List<Fact> facts) {
        size = upTo;
        decided |= facts.stream().anyMatch(fact -> fact.kind().equals(DECISION));
    }

    @Override
    public void afterCommit() {
        if (size > 0) {
            listeners.accept(this::tell);
        }
    }

    /** What has been committed has happened: a fault that comes after must not be told as if it had not. */
    private void tell(Committed listener) {
        try {
            listener.entries(size, decided);
        } catch (RuntimeException e) {
            LOG.error("a listener failed after the commit entries={}", size, e);
        }
    }

    /** Only reached with facts if the transaction manager did not know {@link AppendingBeforeCommit}. */
    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !waiting.isEmpty()) {
            LOG.error(
                    "committed without its record entries kinds={}",
                    waiting.stream().map(Fact::kind).toList());
        }
    }
}
