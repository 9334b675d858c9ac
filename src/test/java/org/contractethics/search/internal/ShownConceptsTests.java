package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShownConceptsTests {

    private final Concepts concepts = new Concepts(new JsonMapper());
    private final ShownConcepts shown = SearchFixtures.shownConcepts();

    @Test
    void a_clause_shows_each_concept_of_which_a_phrase_stands_in_it() {
        assertThat(concepts.all()).allSatisfy(concept -> assertThat(concept.phrases())
                .allSatisfy(phrase ->
                        assertThat(shown.in("", "It says: " + phrase + ".")).contains(concept.id())));
    }

    @Test
    void a_clause_shows_each_concept_whose_model_clause_it_repeats() {
        assertThat(concepts.all()).allSatisfy(concept -> assertThat(concept.model())
                .allSatisfy(model -> assertThat(shown.in("", model)).contains(concept.id())));
    }

    @Test
    void phrases_count_together_for_what_they_count_one_by_one() {
        // "books and records" counts 222 points for its three words, "underpayment" 128
        assertThat(auditRights("", "books and records, and an underpayment")).isEqualTo(222 + 128);
        assertThat(auditRights("", "books and records, books and records")).isEqualTo(222);
    }

    @Test
    void a_phrase_in_the_heading_counts_half() {
        assertThat(auditRights("Books and records", "See above.")).isEqualTo(111);
    }

    @Test
    void words_of_a_longer_phrase_may_stand_two_places_apart_and_no_more() {
        assertThat(auditRights("", "books or other such records")).isZero();
        assertThat(auditRights("", "books and old records")).isEqualTo(222);
        assertThat(auditRights("", "books and all its old records")).isZero();
    }

    @Test
    void abbreviations_and_full_names_show_the_same() {
        assertThat(shown.in("", "The FRT supplied."))
                .isEqualTo(shown.in("", "The face recognition supplied."))
                .isNotEmpty();
    }

    @Test
    void what_stands_in_every_contract_shows_nothing() {
        assertThat(shown.in("", "This Agreement is made by the parties.")).isEmpty();
        assertThat(shown.in("", "")).isEmpty();
    }

    @Test
    void no_sum_of_phrases_is_too_large_to_be_kept() {
        assertThat(ConceptTerms.of("x", 100_000)).hasSize(1 + ConceptTerms.bits());
        assertThat(ConceptTerms.of("x", 0)).containsExactly("x");
        assertThat(ConceptTerms.of("x", 5)).containsExactly("x", "x+1", "x+4");
    }

    private int auditRights(String heading, String text) {
        List<String> terms = shown.in(heading, text);
        return terms.stream()
                .filter(term -> term.startsWith("audit-rights+"))
                .mapToInt(term -> Integer.parseInt(term.substring("audit-rights+".length())))
                .sum();
    }
}
