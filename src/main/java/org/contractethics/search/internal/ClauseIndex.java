package org.contractethics.search.internal;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.GetMappingResponse;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The clause indexes and the alias that points at the one in use. */
@Component
class ClauseIndex {

    private static final Logger log = LoggerFactory.getLogger(ClauseIndex.class);

    private final ElasticsearchClient elasticsearch;
    private final IndexDefinition definition;
    private final String alias;

    ClauseIndex(ElasticsearchClient elasticsearch, IndexDefinition definition, ElasticsearchSettings settings) {
        this.elasticsearch = elasticsearch;
        this.definition = definition;
        this.alias = settings.clauses();
    }

    String alias() {
        return alias;
    }

    /**
     * Makes sure there is an index to write to. Safe to call from several nodes and threads at the same moment.
     *
     * @return whether there was none: then it is empty, whatever was indexed before
     */
    boolean ensure() {
        return asking("index cannot be prepared", () -> {
            if (elasticsearch.indices().existsAlias(a -> a.name(alias)).value()) {
                return false;
            }
            String first = alias + "-000001";
            create(first);
            elasticsearch.indices().putAlias(a -> a.index(first).name(alias));
            log.info("search index created index={}", first);
            return true;
        });
    }

    /** The index behind the alias; empty while there is none. */
    Optional<String> inUse() {
        return asking("index in use cannot be read", () -> {
            if (!elasticsearch.indices().existsAlias(a -> a.name(alias)).value()) {
                return Optional.empty();
            }
            Set<String> behind = elasticsearch
                    .indices()
                    .getAlias(a -> a.name(alias))
                    .result()
                    .keySet();
            return behind.stream().max(String::compareTo);
        });
    }

    /** Whether the index in use was made from the definition this application carries. */
    boolean isOfThisDefinition() {
        return asking("mapping cannot be read", () -> {
            GetMappingResponse mappings = elasticsearch.indices().getMapping(m -> m.index(alias));
            return mappings.result().values().stream().allMatch(index -> definition.made(index.mappings()));
        });
    }

    /** Lets an index from before concepts and incidents were kept take clauses that say them, until it is rebuilt. */
    void takeNewFields() {
        asking("mapping cannot be widened", () -> elasticsearch.indices().putMapping(m -> m.index(alias)
                .properties(ConceptTerms.FIELD, p -> p.keyword(k -> k.docValues(false)))
                .properties(
                        "incident",
                        p -> p.object(o -> o.properties("id", id -> id.keyword(k -> k))
                                .properties("kind", kind -> kind.keyword(k -> k))
                                .properties("happenedOn", day -> day.date(d -> d.format("strict_date")))
                                .properties("file", file -> file.integer(n -> n))))));
    }

    /** Creates an empty index for a rebuild, numbered behind the one in use, that nobody asks yet. */
    String createNext() {
        int last = inUse().map(name -> Integer.parseInt(name.substring(alias.length() + 1)))
                .orElse(0);
        String next = String.format(Locale.ROOT, "%s-%06d", alias, last + 1);
        return asking("index cannot be created", () -> {
            // left over from a rebuild that never came to its end
            elasticsearch.indices().delete(d -> d.index(next).ignoreUnavailable(true));
            create(next);
            return next;
        });
    }

    boolean exists(String index) {
        return asking(
                "index cannot be looked up",
                () -> elasticsearch.indices().exists(e -> e.index(index)).value());
    }

    /** From now on queries are answered by this index; whatever stood behind the alias before is dropped. */
    void putInUse(String index) {
        asking("alias cannot be moved", () -> {
            elasticsearch.indices().refresh(r -> r.index(index));
            Set<String> before =
                    elasticsearch.indices().existsAlias(a -> a.name(alias)).value()
                            ? elasticsearch
                                    .indices()
                                    .getAlias(a -> a.name(alias))
                                    .result()
                                    .keySet()
                            : Set.of();
            elasticsearch.indices().updateAliases(u -> {
                u.actions(a -> a.add(add -> add.index(index).alias(alias)));
                before.stream()
                        .filter(old -> !old.equals(index))
                        .forEach(old -> u.actions(a -> a.removeIndex(remove -> remove.index(old))));
                return u;
            });
            return true;
        });
    }

    /** Makes what was written findable at once; otherwise it takes up to a second. */
    void refresh() {
        asking("index cannot be refreshed", () -> elasticsearch.indices().refresh(r -> r.index(alias)));
    }

    /** Whether the cluster keeps the index read-only, as it does when its disk is full. */
    boolean isBlocked() {
        return asking("settings cannot be read", () -> elasticsearch
                .indices()
                .getSettings(s -> s.index(alias)
                        .name("index.blocks.read_only_allow_delete")
                        .ignoreUnavailable(true))
                .result()
                .values()
                .stream()
                .anyMatch(ClauseIndex::isBlocked));
    }

    private static boolean isBlocked(IndexState made) {
        IndexSettings settings = made.settings();
        IndexSettings index = settings == null ? null : settings.index();
        return index != null
                && index.blocks() != null
                && Boolean.TRUE.equals(index.blocks().readOnlyAllowDelete());
    }

    void unblock() {
        asking("block cannot be lifted", () -> elasticsearch.indices().putSettings(s -> s.index(alias)
                .withJson(new StringReader("{\"index.blocks.read_only_allow_delete\":null}"))));
    }

    private void create(String index) throws IOException {
        try {
            elasticsearch.indices().create(c -> c.index(index).withJson(new StringReader(definition.json())));
        } catch (ElasticsearchException e) {
            // another node or thread was faster
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }

    /** A call to the cluster. */
    interface Asking<T> {
        T ask() throws IOException;
    }

    static <T> T asking(String failing, Asking<T> asking) {
        try {
            return asking.ask();
        } catch (ElasticsearchException e) {
            throw IndexBlocked.is(e.error()) ? new IndexBlocked() : new SearchDown(failing, e);
        } catch (IOException e) {
            throw new SearchDown(failing, e);
        }
    }
}
