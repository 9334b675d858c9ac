package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(SearchQuery.of(null, Map.of(), false, null).isEmpty()).isTrue();
        assertThat(SearchFixtures.query(" \n ").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5", "99999999999", ""})
    void a_page_that_is_no_page_is_the_first(String page) {
        assertThat(SearchQuery.of("x", Map.of(), false, page).page()).isEqualTo(1);
    }

    @Test
    void no_page_lies_beyond_the_result_window() {
        assertThat(SearchQuery.of("x", Map.of(), false, "99999").page()).isEqualTo(SearchQuery.LAST_PAGE);
    }

    @Test
    void filters_are_taken_by_their_parameter_and_empty_ones_left_out() {
        var query = SearchQuery.of("x", Map.of("tier", "T3", "agency", " ", "other", "1"), false, null);

        assertThat(query.filters()).containsExactly(Map.entry(Facet.TIER, "T3"));
    }

    @Test
    void a_minus_inside_a_word_is_no_operator() {
        assertThat(SearchFixtures.query("sub-processor").usesOperators()).isFalse();
        assertThat(SearchFixtures.query("data -personal").usesOperators()).isTrue();
        assertThat(SearchFixtures.query("\"statement of work\"").usesOperators())
                .isTrue();
    }
}
