package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private static final WorkingDays DAYS =
            new WorkingDays(ZoneOffset.UTC, LocalTime.of(17, 0), Set.of(LocalDate.of(2026, 12, 25)));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 1, 2026-11-24T17:00:00Z",
        "2026-11-27T09:00:00Z, 1, 2026-11-30T17:00:00Z",
        "2026-11-28T23:00:00Z, 1, 2026-11-30T17:00:00Z",
        "2026-11-23T09:00:00Z, 10, 2026-12-07T17:00:00Z",
        "2026-12-24T09:00:00Z, 1, 2026-12-28T17:00:00Z",
    })
    void leaves_out_weekends_and_holidays(Instant from, int days, Instant due) {
        assertThat(DAYS.after(from, days)).isEqualTo(due);
    }

    @Test
    void lets_a_day_of_the_law_last_until_it_is_over_on_a_weekend_as_well() {
        assertThat(DAYS.lastSecondOf(LocalDate.of(2026, 11, 29))).isEqualTo(Instant.parse("2026-11-29T23:59:59Z"));
    }

    @Test
    void days_begin_and_end_where_the_company_works() {
        WorkingDays washington = new WorkingDays(ZoneId.of("America/New_York"), LocalTime.of(17, 0), Set.of());

        assertThat(washington.after(Instant.parse("2026-11-24T02:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-11-24T22:00:00Z"));
    }
}
