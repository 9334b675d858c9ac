package org.contractethics.concern.internal.retaliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckInsTests {

    private static final LocalDate FILED = LocalDate.of(2027, 11, 30);

    @Test
    void nothing_is_asked_before_two_weeks_are_over() {
        assertThat(CheckIns.due(FILED, Set.of(), FILED.plusDays(13))).isEmpty();
        assertThat(CheckIns.next(FILED, FILED.plusDays(13))).contains(FILED.plusDays(14));
        assertThat(CheckIns.due(FILED, Set.of(), FILED.plusDays(14))).contains(14);
    }

    @Test
    void the_latest_question_is_asked_also_over_a_29_february_and_an_answered_one_not_again() {
        assertThat(CheckIns.due(FILED, Set.of(), LocalDate.of(2028, 2, 28))).contains(90);
        assertThat(CheckIns.due(FILED, Set.of(90), LocalDate.of(2028, 2, 29))).isEmpty();
        assertThat(CheckIns.next(FILED, LocalDate.of(2028, 2, 29))).contains(FILED.plusDays(180));
    }

    @Test
    void after_a_year_nothing_more_is_asked() {
        assertThat(CheckIns.due(FILED, Set.of(365), FILED.plusYears(2))).isEmpty();
        assertThat(CheckIns.next(FILED, FILED.plusDays(365))).isEmpty();
    }

    @Test
    void the_nearest_date_of_the_law_comes_first() {
        assertThat(StatutoryPeriod.after(LocalDate.of(2028, 2, 1)))
                .extracting(StatutoryPeriod.Dated::lastDay)
                .containsExactly(LocalDate.of(2028, 3, 2), LocalDate.of(2028, 5, 1), LocalDate.of(2028, 7, 30));
    }
}
