package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows the index whose clauses say which concepts of this catalogue they show. There is none while an index made from an older
 * definition answers until it is rebuilt; then phrases and words are asked for one by one.
 */
@Component
class ConceptIndex {

    private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A cluster that is slower is asked as before; the search itself tells whether it is down. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final ElasticsearchAsyncClient elasticsearch;
    private final IndexDefinition definition;
    private final String alias;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    ConceptIndex(ElasticsearchClient elasticsearch, IndexDefinition definition, ElasticsearchSettings settings) {
        this.elasticsearch = new ElasticsearchAsyncClient(elasticsearch._transport());
        this.definition = definition;
        this.alias = settings.clauses();
    }

    private record Known(Optional<String> index, long at) {}

    /** Its name: to be asked by it, since behind the alias another may stand at any moment. */
    Optional<String> name() {
        Known last = known.get();
        long now = System.nanoTime();
        if (last != null && now - last.at() < KNOWN_NANOS) {
            return last.index();
        }
        Optional<String> index = asked(last == null ? Optional.empty() : last.index());
        known.set(new Known(index, now));
        return index;
    }

    /** It turned out to be gone. */
    void forget() {
        known.set(null);
    }

    private Optional<String> asked(Optional<String> before) {
        var asking = elasticsearch.indices().getMapping(m -> m.index(alias));
        try {
            return asking.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).result().entrySet().stream()
                    .filter(index -> definition.made(index.getValue().mappings()))
                    .map(index -> index.getKey())
                    .findFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return before;
        } catch (TimeoutException e) {
            asking.cancel(true);
            return before;
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }
}
