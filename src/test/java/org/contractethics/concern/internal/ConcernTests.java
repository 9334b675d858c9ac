package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcernTests {

    private static final LocalDate FILED = LocalDate.of(2027, 11, 30);

    @Test
    void acknowledgement_is_due_after_seven_days_and_the_answer_after_three_months() {
        assertThat(Concern.acknowledgeBy(FILED)).isEqualTo(LocalDate.of(2027, 12, 7));
        assertThat(Concern.answerBy(FILED)).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void three_months_end_on_the_last_day_of_february_whether_or_not_it_is_the_29() {
        assertThat(Concern.answerBy(LocalDate.of(2027, 11, 30))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Concern.answerBy(LocalDate.of(2026, 11, 30))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Concern.acknowledgeBy(LocalDate.of(2028, 2, 25))).isEqualTo(LocalDate.of(2028, 3, 3));
    }

    @Test
    void what_is_due_is_said_in_words() {
        Concern received = concern(ConcernStatus.RECEIVED, null);

        assertThat(received.due()).isEqualTo("Acknowledgement");
        assertThat(received.dueInWords(FILED)).isEqualTo("due in 7 days");
        assertThat(received.dueInWords(FILED.plusDays(6))).isEqualTo("due in 1 day");
        assertThat(received.dueInWords(FILED.plusDays(7))).isEqualTo("due today");
        assertThat(received.dueInWords(FILED.plusDays(8))).isEqualTo("overdue by 1 day");
    }

    @Test
    void a_day_is_over_only_when_the_next_one_begins() {
        Concern received = concern(ConcernStatus.RECEIVED, null);

        assertThat(received.overdue(FILED.plusDays(7))).isFalse();
        assertThat(received.overdue(FILED.plusDays(8))).isTrue();
    }

    @Test
    void after_the_acknowledgement_the_answer_is_due_and_after_the_answer_nothing() {
        assertThat(concern(ConcernStatus.IN_FOLLOW_UP, null).dueOn()).isEqualTo(Concern.answerBy(FILED));
        assertThat(concern(ConcernStatus.ANSWERED, FILED).dueOn()).isNull();
        assertThat(concern(ConcernStatus.ANSWERED, FILED).overdue(FILED.plusYears(1)))
                .isFalse();
    }

    private static Concern concern(ConcernStatus status, @Nullable LocalDate answeredOn) {
        return new Concern(
                new ConcernId(UUID.randomUUID()),
                null,
                null,
                null,
                ConcernMode.OPEN,
                ConcernTopic.OTHER,
                status,
                FILED,
                Concern.acknowledgeBy(FILED),
                Concern.answerBy(FILED),
                null,
                null,
                answeredOn,
                null);
    }
}
