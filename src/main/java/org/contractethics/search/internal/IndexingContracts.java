package org.contractethics.search.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.search.internal.IndexesToWrite.Target;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes all clauses of a contract, with its facts and readers as they are now. Doing it again changes nothing. */
@Service
class IndexingContracts {

    private static final Logger log = LoggerFactory.getLogger(IndexingContracts.class);

    private final WritingContracts writing;
    private final IndexesToWrite indexes;
    private final IndexLedger ledger;
    private final LaggingContracts lagging;
    private final Clock clock;

    IndexingContracts(
            WritingContracts writing,
            IndexesToWrite indexes,
            IndexLedger ledger,
            LaggingContracts lagging,
            Clock clock) {
        this.writing = writing;
        this.indexes = indexes;
        this.ledger = ledger;
        this.lagging = lagging;
        this.clock = clock;
    }

    /** Into the index in use, and into the one being built beside it if there is one. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract) {
        ledger.lock(contract);
        Optional<UUID> changed = lagging.noted(contract);
        for (Target target : indexes.prepared()) {
            writing.write(contract, target);
        }
        ledger.indexed(contract, clock.instant());
        changed.ifPresent(noted -> lagging.indexed(contract, noted));
        log.info("contract indexed contract={}", contract);
    }

    /** One version alone, the rest of the contract being true already; it takes no turn by this. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void index(ContractId contract, DocumentVersionId version) {
        ledger.lock(contract);
        for (Target target : indexes.prepared()) {
            writing.write(contract, version, target);
        }
        log.info("version indexed contract={} version={}", contract, version);
    }

    /** Into one index only; a transaction of its own, so that a long rebuild holds one lock at a time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void indexInto(String target, ContractId contract) {
        ledger.lock(contract);
        writing.write(contract, new Target(target, false));
    }
}
