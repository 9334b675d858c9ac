package org.contractethics.search.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.review.IncidentTexts.EvidenceRead;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Brings incidents into the index, in the same way as documents: noted in the transaction that records them, written after the commit and
 * again until it succeeds; once for the account, and once more for each file that was read.
 */
@Component
class IncidentListeners {

    private static final String RECORDED = "incident-recorded";

    private final IndexLedger ledger;
    private final IndexingContracts indexing;
    private final Outage outage;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentListeners(
            IndexLedger ledger,
            IndexingContracts indexing,
            Outage outage,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.indexing = indexing;
        this.outage = outage;
        this.events = events;
        this.clock = clock;
    }

    /** An incident belongs into the index. */
    record IncidentNoted(UUID incident, ContractId contract) {}

    @EventListener
    void note(RecordedEvent event) {
        ContractId contract = event.contract();
        if (contract == null || !event.kind().equals(RECORDED)) {
            return;
        }
        Object id = Objects.requireNonNull(event.facts().get("incidentId"), "each incident has an id");
        UUID incident = UUID.fromString(id.toString());
        ledger.note(incident, contract, clock.instant());
        events.publishEvent(new IncidentNoted(incident, contract));
    }

    @ApplicationModuleListener
    void index(IncidentNoted event) {
        outage.watch(() -> indexing.index(event.contract(), event.incident()));
    }

    @ApplicationModuleListener
    void index(EvidenceRead event) {
        outage.watch(() -> indexing.index(event.contract(), event.incident()));
    }
}
