package org.contractethics.search.internal;

import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Compares the index with the database and indexes again what is missing or out of date. */
@Service
class CatchingUp {

    private static final Logger log = LoggerFactory.getLogger(CatchingUp.class);

    private final ClauseIndex index;
    private final BehindContracts behind;
    private final IndexingContracts indexing;
    private final RebuildingIndex rebuilding;
    private final Rebuilds rebuilds;

    CatchingUp(
            ClauseIndex index,
            BehindContracts behind,
            IndexingContracts indexing,
            RebuildingIndex rebuilding,
            Rebuilds rebuilds) {
        this.index = index;
        this.behind = behind;
        this.indexing = indexing;
        this.rebuilding = rebuilding;
        this.rebuilds = rebuilds;
    }

    void catchUp() {
        index.ensure();
        index.refresh();
        if (!index.isOfThisDefinition()) {
            index.takeNewFields();
            if (!rebuilds.isRunning()) {
                rebuilding.request(Actor.SYSTEM);
            }
            return;
        }
        Set<ContractId> contracts = behind.now();
        OneByOne.each("indexing a contract", contracts, indexing::index);
        log.info("search index caught up contracts={}", contracts.size());
    }
}
