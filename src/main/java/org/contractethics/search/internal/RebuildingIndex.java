package org.contractethics.search.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Rebuilds the index from the database into a new one while the old one answers, then moves the alias. */
@Service
public class RebuildingIndex {

    private static final Logger log = LoggerFactory.getLogger(RebuildingIndex.class);

    private final Rebuilds rebuilds;
    private final IndexLedger ledger;
    private final ClauseIndex index;
    private final IndexingContracts indexing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RebuildingIndex(
            Rebuilds rebuilds,
            IndexLedger ledger,
            ClauseIndex index,
            IndexingContracts indexing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.ledger = ledger;
        this.index = index;
        this.indexing = indexing;
        this.events = events;
        this.clock = clock;
    }

    /** Begins a rebuild soon after its request; what is cut off later is taken up by {@link TakingUpRebuilds}. */
    record RebuildRequested(UUID rebuild) {}

    /** Begins soon after; refuses with 409 while one is under way. */
    @Transactional
    public void request(Actor actor) {
        if (!actor.has(Role.MONITOR) && !actor.equals(Actor.SYSTEM)) {
            throw Refused.notAllowed("Only a monitor may rebuild the search index.");
        }
        if (rebuilds.isRunning()) {
            throw Refused.conflict("The search index is being rebuilt already. Wait until it is done.");
        }
        UUID id = UUID.randomUUID();
        rebuilds.request(id, actor.username(), clock.instant());
        events.publishEvent(new RebuildRequested(id));
    }

    @Async
    @TransactionalEventListener
    void on(RebuildRequested event) {
        take(event.rebuild());
    }

    /** Begins or goes on with what no node is at work on. */
    @Async
    void goOn(UUID id) {
        take(id);
    }

    // no transaction around the whole: it may take minutes, and each contract is locked on its own
    private void take(UUID id) {
        if (!rebuilds.take(id, clock.instant())) {
            return;
        }
        try {
            SignsOfLife.during(() -> rebuild(id), Rebuilds.SIGN_OF_LIFE, () -> rebuilds.alive(id, clock.instant()));
        } catch (RuntimeException e) {
            rebuilds.interrupted(id, "The search cluster did not answer. The rebuild goes on by itself.");
            log.warn("search index rebuild interrupted rebuild={}", id, e);
        }
    }

    private void rebuild(UUID id) {
        String target = targetOf(id);
        List<ContractId> contracts = ledger.contracts();
        for (int done = 0; done < contracts.size(); done++) {
            rebuilds.progressed(id, done, contracts.size(), clock.instant());
            indexing.indexInto(target, contracts.get(done));
        }
        index.putInUse(target);
        rebuilds.progressed(id, contracts.size(), contracts.size(), clock.instant());
        rebuilds.finished(id, clock.instant());
        log.info("search index rebuilt rebuild={} index={} contracts={}", id, target, contracts.size());
    }

    private String targetOf(UUID id) {
        return rebuilds.indexOf(id).filter(index::exists).orElseGet(() -> {
            String next = index.createNext();
            rebuilds.begins(id, next);
            return next;
        });
    }
}
