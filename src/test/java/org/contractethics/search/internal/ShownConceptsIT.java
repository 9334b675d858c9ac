package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.contractethics.local.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** What the index keeps of a clause finds the same clauses as the phrases and words it stands for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownConceptsIT {

    private static final int ALL = 10_000;

    private final Concepts concepts = new Concepts(new JsonMapper());
    private final PlainWords plain = new PlainWords(concepts);
    private final String url = requireNonNull(
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings().get("contract-ethics.elasticsearch.url"));
    private final ElasticsearchSettings settings = SearchFixtures.settings(url, "shown-" + UUID.randomUUID());
    private final ElasticsearchClient client = SearchFixtures.client(url);
    private final ClauseIndex index = new ClauseIndex(client, SearchFixtures.definition(), settings);
    private final ClauseQueries queries = SearchFixtures.queries(client, settings);

    @BeforeAll
    void index_excerpts_and_the_catalogue_itself() throws IOException {
        var clauses = new ArrayList<ClauseDocument>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/search/ethics-judged.tsv"))) {
            if (!line.startsWith("#")) {
                String text = line.substring(line.lastIndexOf('\t') + 1);
                clauses.add(PackDocuments.of("excerpt-" + clauses.size(), 0, "", "", text));
            }
        }
        for (Concept concept : concepts.all()) {
            String phrases = String.join(" or the other ", concept.phrases());
            clauses.add(PackDocuments.of(concept.id(), 0, "", concept.phrases().get(0), "As said."));
            clauses.add(PackDocuments.of(concept.id(), 1, "", "", phrases.replace(" and ", " and any ")));
            clauses.add(PackDocuments.of(concept.id(), 2, "", concept.name(), String.join(" ", concept.model())));
        }
        index.ensure();
        SearchFixtures.writer(client).write(index.alias(), true, clauses);
        index.refresh();
    }

    @AfterAll
    void drop_the_index() throws IOException {
        client.indices().delete(d -> d.index(settings.clauses() + "-000001"));
    }

    @Test
    void every_concept_finds_the_same_clauses_by_its_term_as_by_its_wordings() throws IOException {
        var each = new SoftAssertions();
        List<Concept> named = concepts.all().stream()
                .filter(concept -> plain.widens(SearchQuery.of(concept.name())))
                .toList();
        for (Concept concept : named) {
            SearchQuery query = SearchQuery.of(concept.name());
            each.assertThat(ids(plain.shown(query))).as(concept.name()).isEqualTo(ids(plain.of(query)));
        }
        each.assertAll();
        assertThat(named).hasSizeGreaterThan(60);
    }

    @Test
    void phrases_count_as_much_as_where_they_are_asked_for_one_by_one() throws IOException {
        SearchQuery query = SearchQuery.of("audit rights");

        Hit<ClauseDocument> byTerm = first(plain.shown(query));
        Hit<ClauseDocument> byPhrases = first(plain.of(query));

        assertThat(byTerm.id()).isEqualTo(byPhrases.id());
        assertThat(requireNonNull(byTerm.score())).isCloseTo(requireNonNull(byPhrases.score()), within(1.0));
    }

    @Test
    void an_index_of_this_catalogue_is_asked_by_terms_and_by_its_own_name() {
        SearchRequest asked = queries.request(SearchQuery.of("audit rights"), SearchFixtures.REVIEWER, Set.of());

        assertThat(asked.index()).containsExactly(settings.clauses() + "-000001");
        assertThat(requireNonNull(asked.query()).toString())
                .contains("audit-rights")
                .doesNotContain("books and records");
    }

    @Test
    void an_index_of_another_catalogue_takes_new_clauses_and_is_asked_for_phrases() throws IOException {
        var older = SearchFixtures.settings(url, "older-" + UUID.randomUUID());
        String name = older.clauses() + "-000001";
        String json = SearchFixtures.definition()
                .json()
                .replace(SearchFixtures.definition().hash(), "of an older catalogue")
                .replaceFirst(",\"concepts\":\\{[^}]*}", "");
        client.indices().create(c -> c.index(name).withJson(new StringReader(json)));
        client.indices().putAlias(a -> a.index(name).name(older.clauses()));
        try {
            var behind = new ClauseIndex(client, SearchFixtures.definition(), older);
            behind.takeNewFields();

            List<RefusedClause> refused = SearchFixtures.writer(client)
                    .write(
                            behind.alias(),
                            true,
                            List.of(PackDocuments.of("one", 0, "", "", "They may inspect the books and records.")));
            behind.refresh();

            assertThat(refused).isEmpty();
            assertThat(behind.isOfThisDefinition()).isFalse();
            var asking = SearchFixtures.queries(client, older);
            SearchQuery query = SearchQuery.of("audit rights");
            assertThat(asking.request(query, SearchFixtures.REVIEWER, Set.of()).index())
                    .containsExactly(older.clauses());
            assertThat(asking.find(query, SearchFixtures.REVIEWER, Set.of()).total())
                    .isOne();
        } finally {
            client.indices().delete(d -> d.index(name));
        }
    }

    @Test
    void an_index_that_a_rebuild_dropped_is_not_asked_for_again() throws IOException {
        var moving = SearchFixtures.settings(url, "moving-" + UUID.randomUUID());
        var indexes = new ClauseIndex(client, SearchFixtures.definition(), moving);
        indexes.ensure();
        try {
            var asking = SearchFixtures.queries(client, moving);
            SearchQuery query = SearchQuery.of("audit rights");
            asking.find(query, SearchFixtures.REVIEWER, Set.of());

            indexes.putInUse(indexes.createNext());

            assertThat(asking.find(query, SearchFixtures.REVIEWER, Set.of()).total())
                    .isZero();
        } finally {
            client.indices().delete(d -> d.index(moving.clauses() + "-000002"));
        }
    }

    private Set<String> ids(Query query) throws IOException {
        return client
                .search(s -> s.index(index.alias()).size(ALL).query(query), ClauseDocument.class)
                .hits()
                .hits()
                .stream()
                .map(hit -> String.valueOf(hit.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Hit<ClauseDocument> first(Query query) throws IOException {
        return client.search(s -> s.index(index.alias()).size(1).query(query), ClauseDocument.class)
                .hits()
                .hits()
                .get(0);
    }
}
