package org.contractethics.search.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes all clauses of a contract, with its facts and readers as they are now. Doing it again changes nothing. */
@Service
class IndexingContracts {

    private static final Logger log = LoggerFactory.getLogger(IndexingContracts.class);

    private final ContractClauses contracts;
    private final IndexLedger ledger;
    private final LaggingContracts lagging;
    private final RefusedClauses refusals;
    private final Rebuilds rebuilds;
    private final ClauseIndex index;
    private final ClauseWriter writer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IndexingContracts(
            ContractClauses contracts,
            IndexLedger ledger,
            LaggingContracts lagging,
            RefusedClauses refusals,
            Rebuilds rebuilds,
            ClauseIndex index,
            ClauseWriter writer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contracts = contracts;
        this.ledger = ledger;
        this.lagging = lagging;
        this.refusals = refusals;
        this.rebuilds = rebuilds;
        this.index = index;
        this.writer = writer;
        this.events = events;
        this.clock = clock;
    }

    /** Into the index in use, and into the one being built beside it if there is one. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract) {
        ledger.lock(contract);
        Optional<UUID> changed = lagging.noted(contract);
        if (index.ensure()) {
            events.publishEvent(new CatchUpRequested());
        }
        Optional<String> building = rebuilds.indexBeingBuilt();
        write(contract, index.alias(), true);
        building.ifPresent(name -> write(contract, name, false));
        ledger.indexed(contract, clock.instant());
        changed.ifPresent(noted -> lagging.indexed(contract, noted));
        log.info("contract indexed contract={}", contract);
    }

    /** Into one index only; a transaction of its own, so that a long rebuild holds one lock at a time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void indexInto(String target, ContractId contract) {
        ledger.lock(contract);
        write(contract, target, false);
    }

    private void write(ContractId contract, String target, boolean alias) {
        Optional<ContractFacts> facts = contracts.factsOf(contract);
        Set<DocumentVersionId> current = contracts.current(contract);
        for (DocumentVersionId id : ledger.versionsOf(contract)) {
            Optional<DocumentVersion> version = contracts.version(id);
            List<ClauseDocument> clauses = facts.isPresent() && version.isPresent()
                    ? contracts.of(facts.get(), version.get(), current.contains(id))
                    : List.of();
            refusals.note(id, writer.write(target, alias, clauses), clock.instant());
            writer.dropFrom(target, id.toString(), clauses.size());
            if (version.isEmpty()) {
                ledger.forget(id);
            }
        }
    }

    Optional<ContractFacts> factsOf(ContractId contract) {
        return contracts.factsOf(contract);
    }
}
