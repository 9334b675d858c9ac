package org.contractethics.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
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

    private final ContractRegister register;
    private final Documents documents;
    private final IndexLedger ledger;
    private final Rebuilds rebuilds;
    private final ClauseIndex index;
    private final ClauseWriter writer;
    private final ApplicationEventPublisher events;

    IndexingContracts(
            ContractRegister register,
            Documents documents,
            IndexLedger ledger,
            Rebuilds rebuilds,
            ClauseIndex index,
            ClauseWriter writer,
            ApplicationEventPublisher events) {
        this.register = register;
        this.documents = documents;
        this.ledger = ledger;
        this.rebuilds = rebuilds;
        this.index = index;
        this.writer = writer;
        this.events = events;
    }

    /** Into the index in use, and into the one being built beside it if there is one. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract) {
        ledger.lock(contract);
        if (index.ensure()) {
            events.publishEvent(new CatchUpRequested());
        }
        Optional<String> building = rebuilds.indexBeingBuilt();
        write(contract, index.alias(), true);
        building.ifPresent(name -> write(contract, name, false));
        log.info("contract indexed contract={}", contract);
    }

    /** Into one index only; a transaction of its own, so that a long rebuild holds one lock at a time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void indexInto(String target, ContractId contract) {
        ledger.lock(contract);
        write(contract, target, false);
    }

    private void write(ContractId contract, String target, boolean alias) {
        Optional<ContractFacts> facts = factsOf(contract);
        Set<DocumentVersionId> current = documents.currentWithFilesInside(contract).stream()
                .map(DocumentVersion::id)
                .collect(Collectors.toSet());
        for (DocumentVersionId id : ledger.versionsOf(contract)) {
            Optional<DocumentVersion> version = documents.find(id);
            List<ClauseDocument> clauses = facts.isPresent() && version.isPresent()
                    ? clauses(facts.get(), version.get(), current.contains(id))
                    : List.of();
            writer.write(target, alias, clauses);
            writer.dropFrom(target, id.toString(), clauses.size());
            if (version.isEmpty()) {
                ledger.forget(id);
            }
        }
    }

    /** Empty where the contract is no longer in the register. */
    Optional<ContractFacts> factsOf(ContractId contract) {
        Optional<Contract> found = register.find(contract);
        return found.map(known -> ContractFacts.of(known, Readers.of(known, documents)));
    }

    private List<ClauseDocument> clauses(ContractFacts facts, DocumentVersion version, boolean current) {
        var clauses = new ArrayList<ClauseDocument>();
        if (version.status() == ExtractionStatus.READ) {
            documents
                    .clauses(version.id())
                    .forEach(clause -> clauses.add(ClauseDocument.of(facts, version, current, clause)));
        }
        return clauses;
    }
}
