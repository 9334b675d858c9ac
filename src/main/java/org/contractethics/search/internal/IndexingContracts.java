package org.contractethics.search.internal;

import java.util.List;
import java.util.UUID;
import org.contractethics.search.internal.IndexLedger.Place;
import org.contractethics.search.internal.IndexLedger.Work;
import org.contractethics.search.internal.IndexesToWrite.Target;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes all clauses and incidents of a contract, with its facts and readers as they are now. Doing it again changes nothing. */
@Service
class IndexingContracts {

    private static final Logger log = LoggerFactory.getLogger(IndexingContracts.class);

    private final WritingContracts writing;
    private final WritingIncidents incidents;
    private final IndexesToWrite indexes;
    private final IndexLedger ledger;
    private final LaggingContracts lagging;

    IndexingContracts(
            WritingContracts writing,
            WritingIncidents incidents,
            IndexesToWrite indexes,
            IndexLedger ledger,
            LaggingContracts lagging) {
        this.writing = writing;
        this.incidents = incidents;
        this.indexes = indexes;
        this.ledger = ledger;
        this.lagging = lagging;
    }

    /** Into the index in use, and into the one being built beside it if there is one. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract) {
        ledger.lock(contract);
        Work work = ledger.work(contract);
        for (Target target : indexes.prepared(work.building())) {
            writing.write(contract, work.versions(), target);
            incidents.write(contract, work.incidents(), target);
        }
        lagging.indexed(contract, work.noted());
        log.info("contract indexed contract={}", contract);
    }

    /** One version alone, the rest of the contract being true already; it takes no turn by this. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract, DocumentVersionId version) {
        ledger.lock(contract);
        Work work = ledger.work(contract);
        List<Place> only = work.versions().stream()
                .filter(place -> place.version().equals(version))
                .toList();
        for (Target target : indexes.prepared(work.building())) {
            writing.write(contract, only, target);
        }
        log.info("version indexed contract={} version={}", contract, version);
    }

    /** One incident alone, with what was read of its files. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract, UUID incident) {
        ledger.lock(contract);
        Work work = ledger.work(contract);
        for (Target target : indexes.prepared(work.building())) {
            incidents.write(contract, List.of(incident), target);
        }
        log.info("incident indexed contract={} incident={}", contract, incident);
    }

    /** Into one index only; a transaction of its own, so that a long rebuild holds one lock at a time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void indexInto(String target, ContractId contract) {
        ledger.lock(contract);
        Work work = ledger.work(contract);
        writing.write(contract, work.versions(), new Target(target, false));
        incidents.write(contract, work.incidents(), new Target(target, false));
    }
}
