package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTests {

    private static final String RESET = "local.reset";

    private final @Nullable String before = System.getProperty(RESET);

    @AfterEach
    void as_before() {
        if (before == null) {
            System.clearProperty(RESET);
        } else {
            System.setProperty(RESET, before);
        }
    }

    @Test
    void keeps_data_unless_told_otherwise() {
        System.clearProperty(RESET);

        assertThat(LocalOptions.reset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "false"})
    void takes_an_empty_option_for_one_that_was_not_given(String value) {
        System.setProperty(RESET, value);

        assertThat(LocalOptions.reset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes"})
    void resets_when_it_is_asked_to(String value) {
        System.setProperty(RESET, value);

        assertThat(LocalOptions.reset()).isTrue();
    }
}
