package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTests {

    @Test
    void a_quarter_is_compared_with_the_quarter_before() {
        Period first = Period.quarterOf(LocalDate.of(2026, 2, 28));

        assertThat(first).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
        assertThat(first.before()).isEqualTo(new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void a_year_is_compared_with_the_year_before_even_when_one_is_longer() {
        assertThat(Period.year(2025).before()).isEqualTo(Period.year(2024));
    }

    @Test
    void other_days_are_compared_with_as_many_days_before() {
        Period days = new Period(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 9));

        assertThat(days.before()).isEqualTo(new Period(LocalDate.of(2026, 10, 27), LocalDate.of(2026, 11, 2)));
    }

    @Test
    void the_last_day_belongs_to_it_and_the_next_does_not() {
        Period day = new Period(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 3));

        assertThat(day.holds(Instant.parse("2026-11-03T00:00:00Z"))).isTrue();
        assertThat(day.holds(Instant.parse("2026-11-03T23:59:59.999Z"))).isTrue();
        assertThat(day.holds(Instant.parse("2026-11-04T00:00:00Z"))).isFalse();
        assertThat(day.before().holds(Instant.parse("2026-11-02T12:00:00Z"))).isTrue();
    }

    @Test
    void percentiles_are_by_nearest_rank() {
        assertThat(Timing.rank(List.of(), 50)).isNull();
        assertThat(Timing.rank(List.of(7L), 90)).isEqualTo(7);
        assertThat(Timing.rank(List.of(1L, 2L, 3L, 4L), 50)).isEqualTo(2);
        assertThat(Timing.rank(List.of(1L, 2L, 3L, 4L), 90)).isEqualTo(4);
    }
}
