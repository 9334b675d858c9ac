package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndexDefinitionTests {

    private final IndexDefinition definition = SearchFixtures.definition();
    private final JsonNode json = new JsonMapper().readTree(definition.json());

    @Test
    void every_field_of_a_clause_is_mapped_and_no_other_is_taken() {
        Set<String> components = Arrays.stream(ClauseDocument.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        components.add(ConceptTerms.FIELD);

        assertThat(new TreeSet<>(json.at("/mappings/properties").propertyNames()))
                .isEqualTo(components);
        assertThat(json.at("/mappings/dynamic").asString()).isEqualTo("strict");
    }

    @Test
    void readers_and_filters_are_matched_as_a_whole() {
        for (String field : List.of("readerRoles", "readerUsers", "agency", "countries", "tier", "documentType")) {
            assertThat(json.at("/mappings/properties/" + field + "/type").asString())
                    .isEqualTo("keyword");
        }
    }

    @Test
    void synonyms_are_applied_to_the_search_only_and_before_stemming() {
        List<String> indexed = strings(json.at("/settings/analysis/analyzer/clause/filter"));
        List<String> searched = strings(json.at("/settings/analysis/analyzer/clause_search/filter"));

        assertThat(indexed).doesNotContain("legal_synonyms");
        assertThat(searched).containsSubsequence("lowercase", "asciifolding", "legal_synonyms", "porter_stem");
    }

    @Test
    void synonyms_are_written_as_the_filters_before_them_leave_words() {
        assertThat(strings(json.at("/settings/analysis/filter/legal_synonyms/synonyms")))
                .contains("ice, immigration and customs enforcement", "sow, statement of work")
                .allMatch(line -> line.matches("[a-z ]+(, [a-z ]+)+"));
    }

    @Test
    void an_index_tells_which_definition_it_was_made_from() {
        assertThat(json.at("/mappings/_meta/definition").asString()).isEqualTo(definition.hash());
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
