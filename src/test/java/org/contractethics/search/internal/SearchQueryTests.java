package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTests {

    @Test
    void control_characters_and_everything_beyond_the_limits_are_dropped() {
        assertThat(SearchFixtures.query("a\u0000b \t\u0007 c").words()).isEqualTo("ab c");
        assertThat(SearchFixtures.query("\ud800lone").words()).isEqualTo("lone");
        assertThat(SearchFixtures.query("x".repeat(10_000)).words()).hasSize(SearchQuery.MAX_CHARACTERS);
        assertThat(SearchFixtures.query("w ".repeat(100)).words().split(" ")).hasSize(SearchQuery.MAX_WORDS);
    }

    @Test
    void nothing_typed_is_nothing_asked() {
        assertThat(SearchQuery.of(Map.<String, List<String>>of()).isEmpty()).isTrue();
        assertThat(SearchFixtures.query(" \n ").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5", "99999999999", ""})
    void a_page_that_is_no_page_is_the_first(String page) {
        assertThat(SearchFixtures.query("x", "page", page).page()).isEqualTo(1);
    }

    @Test
    void no_page_lies_beyond_the_result_window() {
        assertThat(SearchFixtures.query("x", "page", "99999").page()).isEqualTo(SearchQuery.LAST_PAGE);
    }

    @Test
    void filters_are_taken_by_their_parameter_and_empty_ones_left_out() {
        var query = SearchQuery.of(Map.of(
                "q", List.of("x"), "tier", List.of("T3", "T4", "T3"), "agency", List.of(" "), "other", List.of("1")));

        assertThat(query.filters()).containsExactly(Map.entry(Facet.TIER, List.of("T3", "T4")));
    }

    @Test
    void a_year_that_is_no_number_is_left_out() {
        assertThat(SearchFixtures.query("x", "year", "2020", "20x0").filters())
                .containsExactly(Map.entry(Facet.YEAR, List.of("2020")));
    }

    @Test
    void what_was_cut_off_is_said() {
        assertThat(SearchFixtures.query("two words").cut()).isFalse();
        assertThat(SearchFixtures.query("  two \t words ").cut()).isFalse();
        assertThat(SearchFixtures.query("w ".repeat(33)).cut()).isTrue();
    }

    @Test
    void a_search_survives_being_kept_as_an_address() {
        var query = SearchQuery.of(
                Map.of("q", List.of("a & \"b=c\"~3"), "agency", List.of("R&D, Ü", "B"), "versions", List.of("all")));

        assertThat(QueryAddress.read(QueryAddress.of(query))).isEqualTo(query);
    }

    @Test
    void an_address_that_makes_no_sense_is_a_search_for_nothing() {
        assertThat(QueryAddress.read("&&=x&q").isEmpty()).isTrue();
    }

    @Test
    void documents_or_evidence_alone_is_kept_with_the_search_and_anything_else_is_both() {
        SearchQuery evidence = SearchQuery.of(Map.of("q", List.of("held"), "kind", List.of("evidence")));

        assertThat(evidence.scope().kind()).isEqualTo(SearchQuery.Kind.EVIDENCE);
        assertThat(QueryAddress.read(QueryAddress.of(evidence))).isEqualTo(evidence);
        assertThat(SearchQuery.of(Map.of("q", List.of("held"), "kind", List.of("rumours"))))
                .isEqualTo(SearchQuery.of("held"));
    }
}
