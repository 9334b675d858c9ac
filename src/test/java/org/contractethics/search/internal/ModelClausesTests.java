package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.search.internal.Concepts.Recognised;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ModelClausesTests {

    private final List<Concept> catalogue = new Concepts(new JsonMapper()).all();
    private final ModelClauses models = new ModelClauses(catalogue);

    @Test
    void words_that_stand_in_the_wordings_of_many_concepts_find_nothing_by_themselves() {
        assertThat(models.distinct("The auditor may inspect the product on thirty days' prior written notice."))
                .containsExactly("auditor", "inspect", "thirty");
    }

    @Test
    void a_concept_whose_words_all_stand_elsewhere_is_found_by_its_phrases_alone() {
        var plain = new Concept("x", "X", List.of(), List.of(), List.of(), List.of("It is what they have."));

        assertThat(models.near(new Recognised(plain, 1, 1))).isEmpty();
    }

    @Test
    void every_model_clause_of_the_catalogue_says_something_that_few_others_say() {
        assertThat(catalogue).allSatisfy(concept -> assertThat(models.near(new Recognised(concept, 1, 1)))
                .hasSameSizeAs(concept.model()));
    }
}
