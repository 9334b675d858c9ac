package org.contractethics.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesTests {

    @Test
    void every_month_has_three_letters_september_too() {
        assertThat(Times.words(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
        assertThat(Times.words(Instant.parse("2026-09-30T14:05:59Z"))).isEqualTo("30 Sep 2026, 14:05 UTC");
    }
}
