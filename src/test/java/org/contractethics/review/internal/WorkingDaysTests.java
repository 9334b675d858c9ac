package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T16:00:00Z");

    private final WorkingDays days = new WorkingDays(new ReviewProperties(List.of(), 10));

    @Test
    void saturdays_and_sundays_do_not_count() {
        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(days.after(FRIDAY, 10)).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    @Test
    void holidays_do_not_count() {
        WorkingDays withHoliday = new WorkingDays(new ReviewProperties(List.of(LocalDate.of(2026, 11, 30)), 10));

        assertThat(withHoliday.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void the_last_day_belongs_to_the_period_to_its_end() {
        assertThat(days.over(FRIDAY, 1, Instant.parse("2026-11-30T23:59:59Z"))).isFalse();
        assertThat(days.over(FRIDAY, 1, Instant.parse("2026-12-01T00:00:00Z"))).isTrue();
    }
}
