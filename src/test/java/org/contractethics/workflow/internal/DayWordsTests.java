package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayWordsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T09:14:00Z");

    private final DayWords words = new DayWords(Settings.usual());

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:00:00Z, today",
        "2026-11-25T08:00:00Z, in 1 day",
        "2026-11-28T17:00:00Z, in 4 days",
        "2026-11-24T09:00:00Z, Overdue by less than an hour",
        "2026-11-24T08:00:00Z, Overdue by 1 hour",
        "2026-11-23T17:00:00Z, Overdue by 1 day",
        "2026-11-22T17:00:00Z, Overdue by 2 days",
    })
    void says_how_far_a_due_date_is_away(Instant due, String expected) {
        assertThat(words.distance(due, NOW)).isEqualTo(expected);
    }

    @Test
    void writes_days_as_people_do() {
        assertThat(words.day(NOW)).isEqualTo("24 Nov 2026");
        assertThat(words.shortDay(NOW)).isEqualTo("24 Nov");
    }
}
