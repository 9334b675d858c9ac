package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T16:00:00Z");

    private final WorkingDays days = new WorkingDays(new ReviewProperties(ZoneOffset.UTC, Set.of(), 10));

    @Test
    void saturdays_and_sundays_do_not_count() {
        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(days.after(FRIDAY, 10)).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    @Test
    void holidays_do_not_count() {
        WorkingDays withHoliday =
                new WorkingDays(new ReviewProperties(ZoneOffset.UTC, Set.of(LocalDate.of(2026, 11, 30)), 10));

        assertThat(withHoliday.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void the_last_day_belongs_to_the_period_to_its_end() {
        assertThat(days.end(FRIDAY, 1)).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void days_begin_and_end_where_the_company_is() {
        WorkingDays inTokyo = new WorkingDays(new ReviewProperties(ZoneId.of("Asia/Tokyo"), Set.of(), 10));

        assertThat(inTokyo.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(inTokyo.end(FRIDAY, 1)).isEqualTo(Instant.parse("2026-11-30T15:00:00Z"));
    }
}
