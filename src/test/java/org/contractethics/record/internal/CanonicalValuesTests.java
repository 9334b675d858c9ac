package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalValuesTests {

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("a float", 1.5),
                Arguments.of("a whole float", 2.0f),
                Arguments.of("2^53", 1L << 53),
                Arguments.of("-2^53", -(1L << 53)),
                Arguments.of("a typed id", UUID.randomUUID()),
                Arguments.of("an enum", Role.AUDITOR),
                Arguments.of("a lone high surrogate", "\uD83D"),
                Arguments.of("a lone low surrogate", "x\uDE00"),
                Arguments.of("surrogates the wrong way round", "\uDE00\uD83D"),
                Arguments.of("a null in a list", Arrays.asList("a", null)),
                Arguments.of("a null in a map", Collections.singletonMap("a", null)),
                Arguments.of("a key that is no text", Map.of(1, "a")),
                Arguments.of("a float deep inside", List.of(Map.of("a", List.of(0.1)))));
    }

    /** R6 */
    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void refuses_what_has_no_single_canonical_form(String name, Object value) {
        assertThatThrownBy(() -> CanonicalValues.map("facts", Map.of("fact", value)))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("facts.fact");
    }

    @Test
    void refuses_null() {
        assertThatThrownBy(() -> CanonicalValues.map("facts", Collections.singletonMap("fact", null)))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("facts.fact is null");
    }

    /** R6: two keys that are one after composing */
    @Test
    void refuses_two_keys_that_are_written_alike() {
        assertThatThrownBy(() -> CanonicalValues.map("facts", Map.of("caf\u00e9", 1, "cafe\u0301", 2)))
                .isInstanceOf(UnfitFactException.class)
                .hasMessageContaining("written alike");
    }

    @Test
    void refuses_bottomless_nesting() {
        Object nested = "end";
        for (int i = 0; i < 20; i++) {
            nested = List.of(nested);
        }
        Map<String, Object> facts = Map.of("fact", nested);

        assertThatThrownBy(() -> CanonicalValues.map("facts", facts)).isInstanceOf(UnfitFactException.class);
    }

    @Test
    void takes_the_largest_integers() {
        long largest = (1L << 53) - 1;

        assertThat(CanonicalValues.map("facts", Map.of("high", largest, "low", -largest, "small", 7)))
                .isEqualTo(Map.of("high", largest, "low", -largest, "small", 7L));
    }

    /** R6 */
    @Test
    void writes_composed_characters() {
        assertThat(CanonicalValues.text("name", "Ame\u0301lie \uD83D\uDE00")).isEqualTo("Am\u00e9lie \uD83D\uDE00");
    }
}
