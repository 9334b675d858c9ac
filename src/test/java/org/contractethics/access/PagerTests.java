package org.contractethics.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerTests {

    @Test
    void keeps_the_filters_in_every_link() {
        Pager pager = new Pager(2, 25, 120, "/contracts", Map.of("q", List.of("data & AI"), "state", List.of("")));

        assertThat(pager.link(3)).isEqualTo("/contracts?q=data+%26+AI&page=3");
    }

    @Test
    void says_which_rows_are_shown() {
        Pager last = new Pager(5, 25, 120, "/contracts", Map.of());

        assertThat(last.pages()).isEqualTo(5);
        assertThat(last.first()).isEqualTo(101);
        assertThat(last.last()).isEqualTo(120);
    }

    @Test
    void leaves_gaps_between_pages_that_are_far_apart() {
        Pager middle = new Pager(10, 10, 200, "/audit", Map.of());

        assertThat(middle.near()).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
    }

    @Test
    void an_empty_list_has_one_page_without_rows() {
        Pager empty = new Pager(1, 25, 0, "/audit", Map.of());

        assertThat(empty.pages()).isEqualTo(1);
        assertThat(empty.first()).isZero();
        assertThat(empty.last()).isZero();
    }

    @Test
    void a_second_list_has_a_parameter_and_a_place_of_its_own() {
        Pager second = new Pager(
                1, 25, 60, "/concerns", Map.of("page", List.of("3")), new Pager.Place("filed", "Filed", "filed"));

        assertThat(second.link(2)).isEqualTo("/concerns?page=3&filed=2#filed");
    }
}
