package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.contractethics.calendar.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When working days end; which days they are is told by the calendar. */
class DueMomentsTests {

    private static final DueMoments DAYS =
            new DueMoments(new WorkingDays(ZoneOffset.UTC, Set.of(LocalDate.of(2026, 12, 25))), LocalTime.of(17, 0), 2);

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

    @ParameterizedTest
    @CsvSource({
        "2027-03-28, 2027-03-28T21:59:59Z",
        "2027-10-31, 2027-10-31T22:59:59Z",
        "2028-02-29, 2028-02-29T22:59:59Z",
    })
    void a_day_of_the_law_is_neither_shorter_nor_longer_for_the_clocks_that_change(LocalDate day, Instant over) {
        DueMoments berlin =
                new DueMoments(WorkingDays.mondayToFriday(ZoneId.of("Europe/Berlin")), LocalTime.of(17, 0), 2);

        assertThat(berlin.lastSecondOf(day)).isEqualTo(over);
    }

    @Test
    void days_begin_and_end_where_the_company_works() {
        DueMoments washington =
                new DueMoments(WorkingDays.mondayToFriday(ZoneId.of("America/New_York")), LocalTime.of(17, 0), 2);

        assertThat(washington.after(Instant.parse("2026-11-24T02:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-11-24T22:00:00Z"));
    }

    @Test
    void a_due_date_moves_by_working_days_and_keeps_its_time_of_day() {
        Instant due = Instant.parse("2026-12-23T15:30:00Z");

        assertThat(DAYS.moved(due, 0)).isEqualTo(due);
        assertThat(DAYS.moved(due, 2)).isEqualTo(Instant.parse("2026-12-28T15:30:00Z"));
        assertThat(DAYS.before(Instant.parse("2026-12-28T17:00:00Z"), 2))
                .isEqualTo(Instant.parse("2026-12-23T17:00:00Z"));
    }

    @Test
    void a_reminder_comes_working_days_before_and_not_at_all_where_that_is_past() {
        Instant due = Instant.parse("2026-12-28T17:00:00Z");

        assertThat(DAYS.reminder(due, Instant.parse("2026-12-21T09:00:00Z")))
                .contains(Instant.parse("2026-12-23T17:00:00Z"));
        assertThat(DAYS.reminder(due, Instant.parse("2026-12-24T09:00:00Z"))).isEmpty();
    }
}
