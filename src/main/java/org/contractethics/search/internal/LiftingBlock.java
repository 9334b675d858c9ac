package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.nodes.NodesStatsResponse;
import co.elastic.clients.elasticsearch.nodes.Stats;
import java.util.Collection;
import org.contractethics.search.internal.IndexListeners.CatchUpRequested;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the index out of read-only once every node has room again. The cluster does so itself where it watches its disks; where
 * it does not, nobody else would.
 */
@Component
class LiftingBlock implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(LiftingBlock.class);

    /** The cluster's own high watermark: below it a node counts as having room. */
    private static final double ROOM = 0.10;

    private final ElasticsearchClient elasticsearch;
    private final ClauseIndex index;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LiftingBlock(
            ElasticsearchClient elasticsearch,
            ClauseIndex index,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        try {
            if (index.isBlocked() && hasRoom()) {
                index.unblock();
                log.warn("search index may be written again, the index is asked to catch up");
                transaction.executeWithoutResult(status -> events.publishEvent(new CatchUpRequested()));
            }
        } catch (SearchDown down) {
            log.debug("the block of the index cannot be looked at: {}", down.getMessage());
        }
    }

    private boolean hasRoom() {
        NodesStatsResponse stats =
                asking("disks cannot be looked at", () -> elasticsearch.nodes().stats(s -> s.metric("fs")));
        Collection<Stats> nodes = stats.nodes().values();
        return !nodes.isEmpty() && nodes.stream().allMatch(LiftingBlock::hasRoom);
    }

    private static boolean hasRoom(Stats node) {
        var disk = node.fs() == null ? null : node.fs().total();
        Long total = disk == null ? null : disk.totalInBytes();
        Long free = disk == null ? null : disk.availableInBytes();
        return total != null && free != null && total > 0 && free >= total * ROOM;
    }
}
