package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.contractethics.search.internal.SearchFixtures.EMPLOYEE;
import static org.contractethics.search.internal.SearchFixtures.OWNER;
import static org.contractethics.search.internal.SearchFixtures.REVIEWER;
import static org.contractethics.search.internal.SearchFixtures.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.local.LocalServices;
import org.contractethics.search.internal.ClauseQueries.Found;
import org.contractethics.search.internal.SearchAnswer.FacetValue;
import org.contractethics.search.internal.SearchAnswer.Hit;
import org.contractethics.search.internal.SearchAnswer.Segment;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index on a real cluster, without the rest of the application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClauseIndexIT {

    private static final String FACIAL = "The Agency may use the Facial Matching Service to identify persons at large.";
    private static final String PARTIES =
            "Immigration and Customs Enforcement (the \"Agency\") orders under this vehicle.";
    private static final String CENTRES =
            "Services are delivered at each centre de d\u00e9tention named in the Contractor's plan.";

    private final String contract = UUID.randomUUID().toString();
    private final String version = UUID.randomUUID().toString();
    private ElasticsearchClient client;
    private ClauseIndex index;
    private ClauseWriter writer;
    private ClauseQueries queries;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    ClauseIndexIT() {}

    @BeforeAll
    void index_three_clauses() {
        String url = requireNonNull(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                .settings()
                .get("contract-ethics.elasticsearch.url"));
        var settings = SearchFixtures.settings(url, "clause-index-it-" + UUID.randomUUID());
        client = SearchFixtures.client(url);
        index = new ClauseIndex(client, SearchFixtures.definition(), settings);
        writer = SearchFixtures.writer(client);
        queries = SearchFixtures.queries(client, settings);
        index.ensure();
        writer.write(index.alias(), true, List.of(clause(0, FACIAL), clause(1, PARTIES), clause(2, CENTRES)));
        index.refresh();
    }

    @AfterAll
    void drop_the_index() throws IOException {
        for (String name :
                client.indices().getAlias(a -> a.name(index.alias())).result().keySet()) {
            client.indices().delete(d -> d.index(name));
        }
    }

    @Test
    void a_word_finds_its_clause_and_is_highlighted() {
        Hit hit = found("persons", REVIEWER).hits().get(0);

        assertThat(hit.ordinal()).isZero();
        assertThat(hit.text().get(0)).contains(new Segment("persons", true));
        assertThat(text(hit)).isEqualTo(FACIAL);
    }

    @Test
    void a_form_of_a_word_finds_its_other_forms() {
        assertThat(ordinals("identifies person")).containsExactly(0);
        assertThat(ordinals("contractor plans")).containsExactly(2);
    }

    @Test
    void an_abbreviation_finds_and_highlights_the_full_name() {
        Hit hit = found("ICE", REVIEWER).hits().get(0);

        assertThat(hit.ordinal()).isEqualTo(1);
        String marked = hit.text().stream()
                .flatMap(List::stream)
                .filter(Segment::hit)
                .map(Segment::text)
                .reduce("", (a, b) -> a + " " + b)
                .strip();
        assertThat(marked).contains("Immigration").contains("Enforcement");
        assertThat(ordinals("face recognition")).containsExactly(0);
    }

    @Test
    void accents_make_no_difference() {
        assertThat(ordinals("detention")).first().isEqualTo(2);
        assertThat(ordinals("d\u00e9tention")).isEqualTo(ordinals("detention"));
    }

    @Test
    void operators_are_taken_at_their_word() {
        assertThat(ordinals("agency -facial")).containsExactly(1);
        assertThat(ordinals("facial | customs")).containsExactlyInAnyOrder(0, 1);
        assertThat(ordinals("\"persons at large\"")).containsExactly(0);
        assertThat(ordinals("\"large persons\"")).isEmpty();
        assertThat(ordinals("enforc*")).containsExactly(1);
    }

    @Test
    void words_near_each_other_misspelt_or_begun_are_found() {
        assertThat(ordinals("\"agency service\"~5")).containsExactly(0);
        assertThat(ordinals("\"agency service\"~1")).isEmpty();
        assertThat(ordinals("identfy~")).containsExactly(0);
        assertThat(ordinals("centers~2")).containsExactly(2);
        assertThat(ordinals("identification*")).isEmpty();
        assertThat(ordinals("orders*")).containsExactly(1);
        assertThat(ordinals("d\u00e9ten*")).containsExactly(2);
    }

    @Test
    void groups_and_negations_are_taken_together() {
        assertThat(ordinals("agency AND (facial OR vehicle)")).containsExactlyInAnyOrder(0, 1);
        assertThat(ordinals("agency AND NOT (facial OR vehicle)")).isEmpty();
        assertThat(ordinals("NOT agency")).containsExactly(2);
        assertThat(ordinals("agency facial vehicle |")).isEmpty();
    }

    @Test
    void fields_are_asked_for_by_name() {
        assertThat(ordinals("agency:border facial")).containsExactly(0);
        assertThat(ordinals("agency:navy facial")).isEmpty();
        assertThat(ordinals("contract:C-000001 facial")).containsExactly(0);
        assertThat(ordinals("contract:\"case management\" facial")).containsExactly(0);
        assertThat(ordinals("document:agreement facial")).containsExactly(0);
        assertThat(ordinals("type:PDF tier:t3 country:\"United States\" year:2020-2030 page:1 part:bod facial"))
                .containsExactly(0);
        assertThat(ordinals("type:word facial")).isEmpty();
        assertThat(ordinals("year:2027 facial")).isEmpty();
        assertThat(ordinals("heading:facial")).isEmpty();
        assertThat(ordinals("tier:(T1 OR T3) facial")).containsExactly(0);
    }

    @Test
    void several_values_of_one_facet_may_be_chosen() {
        Found found = queries.find(query("agency", "tier", "T1", "T3"), REVIEWER, Set.of());

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets().get(Facet.TIER))
                .containsExactly(new FacetValue("T3", "T3", 2, true), new FacetValue("T1", "T1", 0, true));
        assertThat(found.facets().get(Facet.YEAR)).containsExactly(new FacetValue("2026", "2026", 2, false));
        assertThat(found.facets().get(Facet.OUTCOME))
                .containsExactly(new FacetValue("CONDITIONAL", "Approved with conditions", 2, false));
        assertThat(found.facets().get(Facet.FINDING)).containsExactly(new FacetValue("F-01", "F-01", 2, false));
        assertThat(queries.find(query("agency", "year", "2025"), REVIEWER, Set.of())
                        .total())
                .isZero();
    }

    @Test
    void clauses_like_another_are_found_without_itself_and_by_rights() {
        var other = UUID.randomUUID().toString();
        String alike = "The Agency may use the Facial Matching Service to identify persons in custody.";
        writer.write(index.alias(), true, List.of(clause(other, 0, alike)));
        index.refresh();
        var like = query("").like(new SearchQuery.Sample(ClauseDocument.id(other, 0), alike));

        List<Hit> found = queries.find(like, REVIEWER, Set.of()).hits();
        long readable = queries.find(like, EMPLOYEE, Set.of()).total();
        writer.dropFrom(index.alias(), other, 0);

        assertThat(found).extracting(Hit::versionId).containsOnly(version);
        assertThat(found.get(0).ordinal()).isZero();
        assertThat(readable).isZero();
    }

    @Test
    void a_search_stays_within_one_document_or_some_clauses() {
        var inOther = SearchQuery.of(
                Map.of("q", List.of("agency"), "in", List.of(UUID.randomUUID().toString())));
        var inThis = SearchQuery.of(Map.of("q", List.of("agency"), "in", List.of(version)));

        assertThat(queries.find(inOther, REVIEWER, Set.of()).total()).isZero();
        assertThat(queries.find(inThis, REVIEWER, Set.of()).total()).isEqualTo(2);
        assertThat(queries.find(query("agency").among(List.of(ClauseDocument.id(version, 0))), REVIEWER, Set.of())
                        .total())
                .isEqualTo(1);
        assertThat(queries.find(query("agency").among(List.of()), REVIEWER, Set.of())
                        .total())
                .isZero();
    }

    @Test
    void whoever_may_not_read_finds_counts_and_sees_nothing() {
        Found nothing = found("agency", EMPLOYEE);

        assertThat(nothing.total()).isZero();
        assertThat(nothing.hits()).isEmpty();
        assertThat(nothing.facets().values()).allMatch(List::isEmpty);
        assertThat(found("agency", new Actor("nobody", "Nobody", Set.of())).total())
                .isZero();
    }

    @Test
    void the_owner_finds_by_name_what_others_of_the_same_role_do_not() {
        assertThat(found("agency", OWNER).total()).isEqualTo(2);
        assertThat(found("agency", new Actor("tom.lindqvist", "Tom", OWNER.roles()))
                        .total())
                .isZero();
    }

    @Test
    void rights_are_no_words_to_search_for() {
        assertThat(ordinals("HR_REVIEWER")).isEmpty();
        assertThat(ordinals("readerRoles:HR_REVIEWER")).isEmpty();
    }

    @Test
    void facets_count_what_all_other_filters_let_through() {
        var narrowed = query("agency", "tier", "T1");

        Found found = queries.find(narrowed, REVIEWER, Set.of());

        assertThat(found.total()).isZero();
        assertThat(found.facets().get(Facet.TIER))
                .containsExactly(new FacetValue("T3", "T3", 2, false), new FacetValue("T1", "T1", 0, true));
        assertThat(found.facets().get(Facet.COUNTRY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"unclosed",
                "((((",
                "))",
                "-",
                "+",
                "|",
                "*",
                "**",
                "~",
                "\"a b\"~99999999999",
                "\\",
                "a\\",
                "&&",
                "-*",
                "\ud83d\ude00",
                "\u202e",
                "a:b",
                "{\"query\":1}",
                "*:*",
                "/regex/",
                "' or 1=1 --",
                "%00",
                "<b>x</b>"
            })
    void whatever_is_typed_is_answered(String typed) {
        assertThatCode(() -> queries.find(query(typed), REVIEWER, Set.of())).doesNotThrowAnyException();
        assertThatCode(() -> queries.find(query((typed + " ").repeat(200)), REVIEWER, Set.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void the_last_page_of_the_window_is_answered() {
        var deep = query("agency", "page", "99999");

        assertThat(queries.find(deep, REVIEWER, Set.of()).total()).isEqualTo(2);
    }

    @Test
    void indexing_again_changes_nothing() {
        writer.write(index.alias(), true, List.of(clause(0, FACIAL)));
        index.refresh();

        assertThat(ordinals("facial")).containsExactly(0);
    }

    @Test
    void clauses_left_over_from_an_earlier_reading_are_dropped() {
        String other = UUID.randomUUID().toString();
        List<ClauseDocument> many = IntStream.range(0, 1_200)
                .mapToObj(n -> clause(other, n, "leftover number " + n))
                .toList();
        writer.write(index.alias(), true, many);
        index.refresh();
        assertThat(found("leftover", REVIEWER).total()).isEqualTo(1_200);

        writer.dropFrom(index.alias(), other, 1);
        index.refresh();

        assertThat(found("leftover", REVIEWER).total()).isEqualTo(1);
        writer.dropFrom(index.alias(), other, 0);
    }

    @Test
    void many_at_once_make_one_index() {
        var settings = SearchFixtures.settings("http://unused", index.alias() + "-race");
        var racing = new ClauseIndex(client, SearchFixtures.definition(), settings);

        Stream.generate(() -> CompletableFuture.runAsync(racing::ensure))
                .limit(8)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(racing.inUse()).contains(racing.alias() + "-000001");
        assertThat(racing.isOfThisDefinition()).isTrue();
        assertThat(racing.ensure()).isFalse();
    }

    @Test
    void a_new_index_takes_over_while_the_old_one_answers() {
        var settings = SearchFixtures.settings("http://unused", index.alias() + "-swap");
        var swapping = new ClauseIndex(client, SearchFixtures.definition(), settings);
        var asking = SearchFixtures.queries(client, settings);
        swapping.ensure();
        writer.write(swapping.alias(), true, List.of(clause(0, "old words")));
        swapping.refresh();

        String next = swapping.createNext();
        writer.write(next, false, List.of(clause(0, "new words")));

        assertThat(asking.find(query("old"), REVIEWER, Set.of()).total()).isEqualTo(1);
        swapping.putInUse(next);
        assertThat(asking.find(query("new"), REVIEWER, Set.of()).total()).isEqualTo(1);
        assertThat(swapping.inUse()).contains(next);
        assertThat(swapping.exists(swapping.alias() + "-000001")).isFalse();
    }

    private Found found(String words, Actor viewer) {
        return queries.find(query(words), viewer, Set.of());
    }

    private List<Integer> ordinals(String words) {
        return found(words, REVIEWER).hits().stream().map(Hit::ordinal).toList();
    }

    private static String text(Hit hit) {
        return hit.text().get(0).stream().map(Segment::text).reduce("", String::concat);
    }

    private ClauseDocument clause(int ordinal, String text) {
        return clause(version, ordinal, text);
    }

    private ClauseDocument clause(String versionId, int ordinal, String text) {
        return new ClauseDocument(
                contract,
                "C-000001",
                "Case management",
                "Border agency",
                List.of("US"),
                List.of("C12"),
                "T3",
                "CONDITIONAL",
                "REGISTERED",
                2026,
                false,
                List.of("HR_REVIEWER"),
                List.of("sofia.marin"),
                "f",
                UUID.randomUUID().toString(),
                "Agreement",
                "PDF",
                versionId,
                1,
                true,
                ordinal,
                "body",
                "",
                "",
                text,
                1,
                List.of("F-01"),
                null);
    }
}
