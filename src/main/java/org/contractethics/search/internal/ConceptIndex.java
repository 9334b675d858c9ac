package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows the index whose clauses say which concepts of this catalogue they show. There is none while an index made from an older
 * definition answers until it is rebuilt; then phrases and words are asked for one by one.
 */
@Component
class ConceptIndex {

    private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A cluster that is slower is asked as it was before. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final ElasticsearchAsyncClient elasticsearch;
    private final IndexDefinition definition;
    private final String alias;
    private volatile @Nullable Known known;

    ConceptIndex(ElasticsearchClient elasticsearch, IndexDefinition definition, ElasticsearchSettings settings) {
        this.elasticsearch = new ElasticsearchAsyncClient(elasticsearch._transport());
        this.definition = definition;
        this.alias = settings.clauses();
    }

    private record Known(Optional<String> index, long at) {}

    /** Its name: to be asked by it, since behind the alias another may stand at any moment. */
    Optional<String> name() {
        Known last = known;
        long now = System.nanoTime();
        if (last != null && now - last.at() < KNOWN_NANOS) {
            return last.index();
        }
        try {
            return keep(asked(last == null ? ElasticsearchConfiguration.ANSWER_MILLIS : PATIENCE_MILLIS), now);
        } catch (TimeoutException e) {
            // the search itself tells whether the cluster is down
            return last == null ? Optional.empty() : keep(last.index(), now);
        }
    }

    private Optional<String> keep(Optional<String> index, long now) {
        known = new Known(index, now);
        return index;
    }

    /** It turned out to be gone. */
    void forget() {
        known = null;
    }

    private Optional<String> asked(long patience) throws TimeoutException {
        var asking = elasticsearch.indices().getMapping(m -> m.index(alias));
        try {
            return asking.get(patience, TimeUnit.MILLISECONDS).result().entrySet().stream()
                    .filter(index -> definition.made(index.getValue().mappings()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        } catch (TimeoutException e) {
            asking.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }
}
