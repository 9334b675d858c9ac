package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactRowTests {

    @Test
    void an_element_of_a_list_is_one_row_without_what_is_empty() {
        Map<String, Object> change =
                new TreeMap<>(Map.of("gained", List.of("AUDITOR", "MONITOR"), "lost", List.of(), "person", "a.b"));

        assertThat(FactRow.of(Map.of("changes", List.of(change))))
                .containsExactly(new FactRow("changes[0]", "gained: AUDITOR, MONITOR; person: a.b"));
    }

    @Test
    void what_is_nested_deeper_keeps_a_row_for_each_value() {
        Map<String, Object> right = Map.of("severity", Map.of("scale", 3L));

        assertThat(FactRow.of(Map.of("rights", List.of(right))))
                .containsExactly(new FactRow("rights[0].severity.scale", "3"));
        assertThat(FactRow.of(Map.of("tally", Map.of("yes", 4L)))).containsExactly(new FactRow("tally.yes", "4"));
    }
}
