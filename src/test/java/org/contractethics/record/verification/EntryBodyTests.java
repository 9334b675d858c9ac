package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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

    private static String problem(String actor, Object padding) {
        Map<String, Object> body = new HashMap<>(Map.of("schema", 2L, "seq", 7L, "actor", actor, "facts", Map.of()));
        body.putAll(Map.of("persons", Map.of(), "texts", Map.of(), "padding", padding));
        return EntryBody.problem(7, body);
    }
}
