package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.List;
import java.util.Optional;
import org.contractethics.search.internal.Rebuilds.Rebuild;
import org.contractethics.search.internal.RefusedClauses.RefusedOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How the index stands, for those who look after it. */
@Service
public class IndexState {

    private final ElasticsearchClient elasticsearch;
    private final ClauseIndex index;
    private final IndexLedger ledger;
    private final LaggingContracts lagging;
    private final RefusedClauses refusals;
    private final Rebuilds rebuilds;

    IndexState(
            ElasticsearchClient elasticsearch,
            ClauseIndex index,
            IndexLedger ledger,
            LaggingContracts lagging,
            RefusedClauses refusals,
            Rebuilds rebuilds) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.ledger = ledger;
        this.lagging = lagging;
        this.refusals = refusals;
        this.rebuilds = rebuilds;
    }

    /**
     * @param index name of the index in use; null while there is none, or while the cluster does not answer
     * @param clauses how many clauses it holds
     * @param versions how many document versions belong into it
     * @param incidents how many incidents belong into it, with their evidence
     * @param blocked whether the cluster keeps it read-only, as it does when its disk is full
     * @param refused documents of which the cluster would not take every clause
     * @param waiting contracts whose changes are not in the index yet
     * @param rebuilds the newest first
     */
    public record State(
            boolean down,
            @Nullable String index,
            long clauses,
            boolean blocked,
            int versions,
            int incidents,
            int waiting,
            List<RefusedOf> refused,
            List<Rebuild> rebuilds) {

        public boolean rebuilding() {
            return rebuilds.stream().anyMatch(rebuild -> rebuild.finishedAt() == null);
        }
    }

    /** Answers in any case, also while the cluster is down. */
    public State now() {
        try {
            Optional<String> name = index.inUse();
            long clauses = name.isEmpty()
                    ? 0
                    : asking(
                            "clauses cannot be counted",
                            () -> elasticsearch.count(c -> c.index(name.get())).count());
            return state(false, name.orElse(null), clauses, index.isBlocked());
        } catch (SearchDown e) {
            return state(true, null, 0, false);
        }
    }

    private State state(boolean down, @Nullable String name, long clauses, boolean blocked) {
        return new State(
                down,
                name,
                clauses,
                blocked,
                ledger.size(),
                ledger.incidentCount(),
                lagging.waiting(),
                refusals.latest(),
                rebuilds.latest());
    }
}
