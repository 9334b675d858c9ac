package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.contractethics.search.internal.Concepts.Recognised;
import org.junit.jupiter.api.Test;

class LayWordsTests {

    private final LayWords words = new LayWords(List.of(
            concept("duration", "how long does the cover last", "length of the cover", "cover by the month"),
            concept("disclaimer", "no cover at all", "cover is excluded", "cover for nobody"),
            concept("audit", "looking into the books")));

    @Test
    void words_said_together_in_one_wording_count_more_than_the_same_strewn_over_several() {
        assertThat(nearest("how long is the cover")).contains("duration");
        assertThat(nearest("cover is excluded")).contains("disclaimer");
    }

    @Test
    void words_that_several_concepts_share_alike_name_none() {
        assertThat(nearest("the cover")).isEmpty();
    }

    @Test
    void words_that_nobody_says_of_a_concept_name_none() {
        assertThat(nearest("weather in the mountains")).isEmpty();
        assertThat(nearest("books about weather in distant mountains")).isEmpty();
        assertThat(nearest("looking into books")).contains("audit");
    }

    private Optional<String> nearest(String typed) {
        return words.nearest(PlainStems.of(typed)).map(Recognised::concept).map(Concept::id);
    }

    private static Concept concept(String id, String... lay) {
        return new Concept(id, id, List.of(), List.of(lay), List.of(), List.of());
    }
}
