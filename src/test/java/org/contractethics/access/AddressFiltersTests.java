package org.contractethics.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFiltersTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "1969-12-31", "9001-01-01", "+999999999-12-31", "-0001-01-01"})
    void a_day_that_no_list_can_compare_is_a_problem_of_its_field(String typed) {
        assertThat(AddressFilters.day(typed)).isNull();
        assertThat(AddressFilters.dayProblem("from", "From", typed))
                .hasValueSatisfying(problem -> assertThat(problem.message()).contains("From: give a date"));
    }

    @Test
    void a_day_is_read_and_its_neighbours_can_be() {
        assertThat(AddressFilters.day("9000-12-31")).isEqualTo(LocalDate.of(9000, 12, 31));
        assertThat(AddressFilters.dayProblem("to", "To", "1970-01-01")).isEmpty();
    }

    @Test
    void what_is_typed_is_stripped_cut_and_escaped_in_links() {
        assertThat(AddressFilters.tidy(" \t ", 3)).isNull();
        assertThat(AddressFilters.tidy(" abcd ", 3)).isEqualTo("abc");
        TreeMap<String, String> set = new TreeMap<>();
        AddressFilters.put(set, "actor", "a&b={c}");
        AddressFilters.put(set, "kind", null);

        assertThat(AddressFilters.link("/audit", set)).isEqualTo("/audit?actor=a%26b%3D%7Bc%7D");
    }
}
