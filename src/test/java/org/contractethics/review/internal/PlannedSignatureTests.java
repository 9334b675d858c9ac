package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.calendar.WorkingDays;
import org.junit.jupiter.api.Test;

/** S1: at least 20 working days between the submission and the planned signature. */
class PlannedSignatureTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 12, 8);

    private final PlannedSignature planned =
            new PlannedSignature(new WorkingDays(ZoneOffset.UTC, List.of(HOLIDAY)), new ReviewProperties(10, 20));

    @Test
    void a_day_nearer_than_20_working_days_is_too_soon() {
        assertThat(planned.tooSoon(LocalDate.of(2026, 12, 21), MONDAY))
                .hasValueSatisfying(gap -> assertThat(gap).contains("too soon", "20 working days"));
    }

    @Test
    void a_day_in_the_past_is_too_soon() {
        assertThat(planned.tooSoon(LocalDate.of(2026, 11, 20), MONDAY)).isPresent();
    }

    @Test
    void a_day_20_working_days_away_is_not_and_a_holiday_counts_for_nothing() {
        assertThat(planned.tooSoon(LocalDate.of(2026, 12, 22), MONDAY)).isEmpty();
    }

    @Test
    void an_unknown_day_is_a_gap_and_not_too_soon() {
        assertThat(planned.tooSoon(null, MONDAY)).isEmpty();
    }

    @Test
    void the_setting_has_to_be_a_number_of_days() {
        assertThatThrownBy(() -> new ReviewProperties(10, 0))
                .hasMessageContaining("contract-ethics.workflow.submission-working-days");
    }
}
