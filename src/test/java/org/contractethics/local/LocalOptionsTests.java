package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTests {

    private static final String RESET = "local.reset";
    private static final String PROCESS = "local.process";
    private static final String NO_CASES = "local.no-cases";

    private final @Nullable String before = System.getProperty(RESET);
    private final @Nullable String process = System.getProperty(PROCESS);
    private final @Nullable String noCases = System.getProperty(NO_CASES);

    @AfterEach
    void as_before() {
        put(RESET, before);
        put(PROCESS, process);
        put(NO_CASES, noCases);
    }

    private static void put(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    @Test
    void gives_each_test_process_a_database_of_its_own() {
        System.setProperty(PROCESS, "process-1");
        String first = LocalOptions.database(false);
        System.setProperty(PROCESS, "process-2");

        assertThat(LocalOptions.database(false)).isEqualTo(first + "_process_2");
    }

    @Test
    void makes_demonstration_cases_unless_told_otherwise() {
        System.clearProperty(NO_CASES);
        assertThat(LocalOptions.withCases()).isTrue();

        System.setProperty(NO_CASES, "true");

        assertThat(LocalOptions.withCases()).isFalse();
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
