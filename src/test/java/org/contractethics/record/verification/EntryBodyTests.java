package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryBodyTests {

    @Test
    void padding_holds_nothing_and_stands_only_where_nobody_is_named() {
        assertThat(problem("-", "000")).isNull();
        assertThat(problem("-", "")).isNull();

        assertThat(problem("-", "0001")).isEqualTo("the body has an unknown field padding.");
        assertThat(problem("system", "000")).isEqualTo("the body has an unknown field padding.");
        assertThat(problem("-", 0L)).isEqualTo("the body has an unknown field padding.");
    }

    @Test
    void so_it_is_in_entries_of_the_third_schema_as_of_the_second() {
        assertThat(problem("-", "000", 3L)).isNull();
        assertThat(problem("system", "000", 3L)).isEqualTo("the body has an unknown field padding.");
        assertThat(problem("-", "000", 1L)).isEqualTo("the body has an unknown field padding.");
    }

    private static @Nullable String problem(String actor, Object padding) {
        return problem(actor, padding, 2L);
    }

    private static @Nullable String problem(String actor, Object padding, long schema) {
        Map<String, Object> body = new HashMap<>(
                Map.of("schema", schema, "seq", 7L, "actor", actor, "facts", Map.of(), "padding", padding));
        if (schema > 1) {
            body.putAll(Map.of("persons", Map.of(), "texts", Map.of()));
        }
        return EntryBody.problem(7, body, Catalogue.ofProgram());
    }
}
