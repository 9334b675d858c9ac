package org.contractethics.search.internal;

import static org.contractethics.search.internal.ClauseIndex.asking;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.List;
import java.util.Optional;
import org.contractethics.search.internal.Rebuilds.Rebuild;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How the index stands, for those who look after it. */
@Service
public class IndexState {

    private final ElasticsearchClient elasticsearch;
    private final ClauseIndex index;
    private final IndexLedger ledger;
    private final Rebuilds rebuilds;

    IndexState(ElasticsearchClient elasticsearch, ClauseIndex index, IndexLedger ledger, Rebuilds rebuilds) {
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.ledger = ledger;
        this.rebuilds = rebuilds;
    }

    /**
     * @param index name of the index in use; null while there is none, or while the cluster does not answer
     * @param clauses how many clauses it holds
     * @param versions how many document versions belong into it
     * @param rebuilds the newest first
     */
    public record State(boolean down, @Nullable String index, long clauses, int versions, List<Rebuild> rebuilds) {

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
            return new State(false, name.orElse(null), clauses, ledger.size(), rebuilds.latest());
        } catch (SearchDown e) {
            return new State(true, null, 0, ledger.size(), rebuilds.latest());
        }
    }
}
