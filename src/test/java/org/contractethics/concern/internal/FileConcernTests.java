package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileConcernTests {

    @Test
    void one_sentence_a_topic_and_a_mode_are_enough() {
        assertThat(concern("OPEN", "OTHER", "I worry.", "").problems()).isEmpty();
    }

    @Test
    void every_part_that_is_missing_or_unknown_is_named() {
        assertThat(concern("LOUD", "", " \n ", "").problems())
                .extracting(FormProblem::field)
                .containsExactly("topic", "text", "mode");
    }

    /** Bad input 1 */
    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n ", "\u200b\u200b", "\u2066 \u2069", "\u00a0\ufeff", "\u0000\ud800"})
    void a_text_that_nobody_can_see_is_none(String text) {
        assertThat(concern("OPEN", "OTHER", text, "").problems())
                .extracting(FormProblem::field)
                .containsExactly("text");
    }

    /** Bad input 2 */
    @Test
    void what_is_too_long_is_refused() {
        assertThat(concern("OPEN", "OTHER", "x".repeat(100_000), "").problems()).isEmpty();
        assertThat(concern("OPEN", "OTHER", "x".repeat(100_001), "r".repeat(121))
                        .problems())
                .extracting(FormProblem::field)
                .containsExactly("text", "rights");
    }

    @Test
    void rights_are_separated_by_commas_and_lines_and_named_once() {
        assertThat(concern("OPEN", "OTHER", "x", "privacy, asylum\nprivacy;  ,").rightsNamed())
                .containsExactly("privacy", "asylum");
    }

    @Test
    void characters_the_database_refuses_are_dropped() {
        assertThat(concern("OPEN", "OTHER", "a\u0000b\r\nc\ud800", "").text()).isEqualTo("ab\nc");
    }

    private static FileConcern concern(String mode, String topic, String text, String rights) {
        return new FileConcern(
                new ConcernId(UUID.randomUUID()), null, "", "", mode, topic, text, "", rights, "", Set.of());
    }
}
