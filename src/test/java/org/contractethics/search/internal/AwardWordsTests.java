package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.contract.FindingAwards.Need;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AwardWordsTests {

    private final AwardWords words = new AwardWords(new JsonMapper());

    @Test
    void a_thing_is_looked_for_under_the_names_of_its_products() {
        assertThat(words.needs("mobile device extraction"))
                .containsExactly(new Need(List.of("cellebrite", "ufed", "graykey", "grayshift")));
    }

    @Test
    void words_that_every_question_holds_are_not_looked_for() {
        assertThat(words.needs("Azure bought through any vendor")).containsExactly(new Need(List.of("azure*")));
        assertThat(words.needs("every award, whatever")).containsExactly(new Need(List.of("whatever*")));
        assertThat(words.needs("how long is the warranty")).containsExactly(new Need(List.of("warranty*")));
        assertThat(words.needs("IT for ICE")).hasSize(2);
        assertThat(words.needs("any award")).isEmpty();
        assertThat(words.needs(" \" ( * ")).isEmpty();
    }

    @Test
    void a_thing_asked_for_twice_is_one_need() {
        assertThat(words.needs("ICM or investigative case management")).hasSize(1);
    }

    @Test
    void no_question_asks_for_more_than_eight_needs() {
        assertThat(words.needs("one two three four five six seven eight nine ten"))
                .hasSize(8);
    }
}
