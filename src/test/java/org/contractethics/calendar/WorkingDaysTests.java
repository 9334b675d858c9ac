package org.contractethics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T16:00:00Z");

    private final WorkingDays days = WorkingDays.mondayToFriday(ZoneOffset.UTC);
    private final WorkingDays withHolidays =
            new WorkingDays(ZoneOffset.UTC, Set.of(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 5)));

    @Test
    void saturdays_and_sundays_do_not_count() {
        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(days.after(FRIDAY, 10)).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(days.before(FRIDAY, 5)).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void holidays_do_not_count_forwards_backwards_or_between() {
        assertThat(withHolidays.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(withHolidays.before(Instant.parse("2026-12-01T08:00:00Z"), 1))
                .isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(withHolidays.between(FRIDAY, Instant.parse("2026-12-01T08:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    void a_holiday_on_a_weekend_takes_no_day_away() {
        assertThat(withHolidays.between(Instant.parse("2026-12-01T08:00:00Z"), Instant.parse("2026-12-08T08:00:00Z")))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T18:00:00Z, 0",
        "2026-11-29T18:00:00Z, 0",
        "2026-11-30T08:00:00Z, 1",
        "2026-12-04T08:00:00Z, 5",
        "2026-12-14T08:00:00Z, 11",
        "2026-11-01T08:00:00Z, 0",
    })
    void counts_the_days_between_two_moments(Instant end, int counted) {
        assertThat(days.between(FRIDAY, end)).isEqualTo(counted);
    }

    @Test
    void the_last_day_belongs_to_the_period_to_its_end() {
        assertThat(days.end(FRIDAY, 1)).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void days_begin_and_end_where_the_company_is() {
        WorkingDays inTokyo = WorkingDays.mondayToFriday(ZoneId.of("Asia/Tokyo"));

        assertThat(inTokyo.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(inTokyo.end(FRIDAY, 1)).isEqualTo(Instant.parse("2026-11-30T15:00:00Z"));
    }
}
