package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.contractethics.contract.internal.RegisterSearch;
import org.junit.jupiter.api.Test;

class AgencyChoicesTests {

    @Test
    void a_list_that_ends_before_its_last_agency_says_so() {
        AgencyChoices choices = AgencyChoices.of(agencies(RegisterSearch.MOST_AGENCIES + 1), "Zoo");

        assertThat(choices.hint()).contains("The first 300 by name");
        assertThat(choices.names()).hasSize(RegisterSearch.MOST_AGENCIES + 2).containsKey("Zoo");
    }

    @Test
    void a_complete_list_needs_no_words() {
        AgencyChoices choices = AgencyChoices.of(agencies(RegisterSearch.MOST_AGENCIES), "");

        assertThat(choices.hint()).isNull();
        assertThat(choices.names()).hasSize(RegisterSearch.MOST_AGENCIES + 1);
    }

    private static List<String> agencies(int count) {
        return IntStream.range(0, count).mapToObj("Agency %03d"::formatted).toList();
    }
}
