package org.contractethics.search.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.contractethics.contract.ContractRegister.LineChanged;
import org.contractethics.document.Documents.TextExtracted;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.RecordedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the index behind the database: what has to be indexed is noted in the transaction that made it so; the index is
 * written after the commit and again until it succeeds, so an outage of the cluster stops nobody.
 */
@Component
class IndexListeners {

    /** Facts after which a contract reads differently in the list of hits, or is read by others; its state, tier and outcome tell themselves. */
    private static final Set<String> CHANGING =
            Set.of("document-added", "contract-changed", "contract-taken", "contract-handed-over");

    /** Facts that change what a clause carries, but nobody's rights: searches need not ask these afresh. */
    private static final Set<String> FINDING = Set.of("clauses-scanned", "finding-judged");

    private final IndexLedger ledger;
    private final LaggingContracts lagging;
    private final IndexingContracts indexing;
    private final CatchingUp catchingUp;
    private final Outage outage;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IndexListeners(
            IndexLedger ledger,
            LaggingContracts lagging,
            IndexingContracts indexing,
            CatchingUp catchingUp,
            Outage outage,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.lagging = lagging;
        this.indexing = indexing;
        this.catchingUp = catchingUp;
        this.outage = outage;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The clauses of this contract no longer carry its true facts. */
    record FactsChanged(ContractId contract) {}

    /** What was found in the clauses of this version is no longer what they carry; everything else is. */
    record FindingsChanged(ContractId contract, DocumentVersionId version) {}

    /** The index may have fallen behind in ways no event tells. */
    record CatchUpRequested() {}

    // in the transaction that stored the text: otherwise a crash could hide a document from search for ever
    @EventListener
    void note(TextExtracted event) {
        ledger.note(event.version(), event.contract(), clock.instant());
    }

    @ApplicationModuleListener
    void index(TextExtracted event) {
        outage.watch(() -> indexing.index(event.contract()));
    }

    /** Passes on the contract alone: what else the event carries, above all that of a concern, is not kept here. */
    @EventListener
    void note(RecordedEvent event) {
        ContractId contract = event.contract();
        if (contract != null && CHANGING.contains(event.kind())) {
            changed(contract);
        } else if (contract != null && FINDING.contains(event.kind())) {
            if (!ledger.versionsOf(contract).isEmpty()) {
                follow(event, contract);
            }
        } else if (event.kind().equals("contracts-imported")
                && !Objects.equals(event.facts().get("updated"), 0)) {
            events.publishEvent(new CatchUpRequested());
        }
    }

    @EventListener
    void note(LineChanged event) {
        changed(event.contract());
    }

    private void changed(ContractId contract) {
        if (lagging.note(contract)) {
            events.publishEvent(new FactsChanged(contract));
        }
    }

    private void follow(RecordedEvent event, ContractId contract) {
        Object version = event.facts().get("versionId");
        if (version == null) {
            events.publishEvent(new FactsChanged(contract));
        } else {
            events.publishEvent(new FindingsChanged(contract, DocumentVersionId.valueOf(version.toString())));
        }
    }

    @ApplicationModuleListener
    void index(FactsChanged event) {
        outage.watch(() -> indexing.index(event.contract()));
    }

    @ApplicationModuleListener
    void index(FindingsChanged event) {
        outage.watch(() -> indexing.index(event.contract(), event.version()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void requestCatchUp() {
        transaction.executeWithoutResult(status -> events.publishEvent(new CatchUpRequested()));
    }

    // no transaction around the whole: each contract is indexed and locked on its own
    @Async
    @TransactionalEventListener
    void catchUp(CatchUpRequested event) {
        outage.watch(catchingUp::catchUp);
    }
}
