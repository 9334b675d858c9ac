package org.contractethics.review.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingToPersonsTests {

    @ParameterizedTest
    @ValueSource(strings = {"write to j.doe+x@example.org", "call +49 30 1234567", "+1(202)5550164", "a@b-c.d"})
    void finds_addresses_and_numbers(String text) {
        assertThat(LeadingToPersons.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@priya.raman said no", "40 people @ the border", "+12 of them", "a@b", "1234567890"})
    void leaves_other_words_alone(String text) {
        assertThat(LeadingToPersons.in(text)).isFalse();
    }

    @Test
    @Timeout(10)
    void reads_a_text_that_means_harm_in_time() {
        assertThat(LeadingToPersons.in("x".repeat(1_000_000))).isFalse();
        assertThat(LeadingToPersons.in("x@" + "-".repeat(1_000_000))).isFalse();
        assertThat(LeadingToPersons.in("+1".repeat(500_000))).isFalse();
    }
}
