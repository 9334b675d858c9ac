package org.contractethics.concern.internal.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.contractethics.concern.internal.ConcernTopic;
import org.contractethics.concern.internal.outcome.OutcomeRegister.Batch;
import org.contractethics.concern.internal.outcome.OutcomeRegister.Published;
import org.junit.jupiter.api.Test;

/** No state of the register, and no difference of two states a quarter apart, shows fewer than five (S44). */
class OutcomeRegisterTests {

    private static final List<ConcernTopic> TOPICS =
            List.of(ConcernTopic.END_USE, ConcernTopic.CUSTOMER, ConcernTopic.IMMINENT_HARM);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void the_running_quarter_and_quarters_with_fewer_than_five_wait() {
        List<Published> published = of(0, 4, ConcernTopic.OTHER);

        assertThat(OutcomeRegister.of(published, FIRST.plusMonths(3))).isEmpty();
        assertThat(OutcomeRegister.of(of(0, 5, ConcernTopic.OTHER), FIRST)).isEmpty();
        assertThat(OutcomeRegister.of(of(0, 5, ConcernTopic.OTHER), FIRST.plusMonths(3)))
                .singleElement()
                .satisfies(batch -> assertThat(batch.lines()).hasSize(5));
    }

    @Test
    void a_small_topic_is_not_named_nor_told_by_what_is_left_over() {
        List<Published> published = new ArrayList<>(of(0, 6, ConcernTopic.OTHER));
        published.addAll(of(0, 1, ConcernTopic.HARM));

        Batch batch = OutcomeRegister.of(published, FIRST.plusMonths(3)).get(0);

        assertThat(batch.lines()).hasSize(7).allSatisfy(line -> assertThat(line.topic())
                .startsWith("Topic not named"));
    }

    @Test
    void over_many_registers_no_named_cell_and_no_difference_of_two_quarters_is_smaller_than_five() {
        Random random = new Random(44);
        for (int run = 0; run < 300; run++) {
            List<Published> published = new ArrayList<>();
            IntStream.range(0, 6).forEach(quarter -> IntStream.range(0, random.nextInt(12))
                    .forEach(one -> published.addAll(of(quarter, 1, TOPICS.get(random.nextInt(TOPICS.size()))))));
            published.sort(Comparator.comparing(Published::quarter));
            Map<String, Integer> before = Map.of();
            for (int quarter = 1; quarter <= 6; quarter++) {
                Map<String, Integer> now = counts(OutcomeRegister.of(published, FIRST.plusMonths(3L * quarter)));
                Map<String, Integer> earlier = before;
                now.forEach((cell, count) -> {
                    int difference = count - earlier.getOrDefault(cell, 0);
                    assertThat(difference).as(cell).isNotIn(1, 2, 3, 4);
                });
                before = now;
            }
        }
    }

    /** By topic, over everything that is shown. */
    private static Map<String, Integer> counts(List<Batch> batches) {
        Map<String, Integer> counts = new HashMap<>();
        batches.forEach(batch -> batch.lines().forEach(line -> counts.merge(line.topic(), 1, Integer::sum)));
        return counts;
    }

    private static List<Published> of(int quarter, int count, ConcernTopic topic) {
        return IntStream.range(0, count)
                .mapToObj(one -> new Published(
                        FIRST.plusMonths(3L * quarter), topic, OutcomeResult.SUSTAINED, "What was found, " + one))
                .toList();
    }
}
