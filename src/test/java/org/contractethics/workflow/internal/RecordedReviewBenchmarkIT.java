package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.record.internal.WithoutRecord;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewsToDecide;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * R35: what the record adds to the acts of a review, from intake to decision, against the same acts that commit without their entries.
 * Both go in turns of {@value #TURN} reviews, now the one first and now the other, so that they share the load of the machine. All are of
 * T3: a decision of T1 is drawn by lot from its entry for a second review, work that the side without entries cannot do. No answer waits for
 * a witness, which is a setting and has its own figure (R36). Only on demand, {@code -Dbenchmark.recorded=200}: what is decided without
 * entries makes the tables differ from the record, so a build does no more than see that entries can still be left out; that reviews of
 * T3 come to their decisions it sees in {@link ReviewBenchmarkIT}.
 */
@IntegrationTest
class RecordedReviewBenchmarkIT {

    private static final int TURN = 6;

    private final ReviewsToDecide reviews;
    private final ClaimingTasks claiming;
    private final InboxItems items;
    private final ApplicationContext application;

    @Autowired
    RecordedReviewBenchmarkIT(
            ReviewsToDecide reviews, ClaimingTasks claiming, InboxItems items, ApplicationContext application) {
        this.reviews = reviews;
        this.claiming = claiming;
        this.items = items;
        this.application = application;
    }

    @Test
    void entries_and_waiting_can_be_left_out_for_a_while() {
        long[] done = {0};
        WithoutRecord.withoutWaiting(application, () -> done[0] = WithoutRecord.during(application, () -> 7));

        assertThat(done[0]).isEqualTo(7);
    }

    @Test
    @EnabledIfSystemProperty(named = "benchmark.recorded", matches = "\\d+")
    void tells_what_the_record_adds_to_a_review() {
        WithoutRecord.withoutWaiting(application, this::compare);
    }

    private void compare() {
        recorded();
        unrecorded(); // both to warm up
        List<Double> ratios = new ArrayList<>();
        long with = 0;
        long without = 0;
        int count = Integer.getInteger("benchmark.recorded");
        for (int turn = 0; turn * TURN < count; turn++) {
            long first = turn % 2 == 0 ? recorded() : unrecorded();
            long second = turn % 2 == 0 ? unrecorded() : recorded();
            long ours = turn % 2 == 0 ? first : second;
            with += ours;
            without += first + second - ours;
            ratios.add((double) ours / (first + second - ours));
            System.out.printf("turn %d: ratio %.3f%n", turn, ratios.get(turn));
        }
        ratios.sort(null);
        System.out.printf(
                "a review with its entries %.1f ms, without %.1f ms; ratio of the sums %.3f, median of %d turns %.3f%n",
                with / 1e6 / (ratios.size() * TURN),
                without / 1e6 / (ratios.size() * TURN),
                (double) with / without,
                ratios.size(),
                ratios.get(ratios.size() / 2));
        assertThat(ratios).isNotEmpty();
    }

    private long unrecorded() {
        return WithoutRecord.during(application, this::recorded);
    }

    /** Nanoseconds of one turn; contracts are registered and read before. */
    private long recorded() {
        List<Contract> contracts = IntStream.range(0, TURN)
                .mapToObj(number -> reviews.registered(Tier.T3, "Recorded " + UUID.randomUUID()))
                .toList();
        contracts.forEach(reviews::awaitRead);
        long start = System.nanoTime();
        contracts.forEach(contract -> reviews.decide(contract, Tier.T3, this::claim));
        return System.nanoTime() - start;
    }

    private void claim(ReviewId review, Stage stage, Actor person) {
        InboxItem open = items.ofSubject(review.value()).stream()
                .filter(item -> !item.done() && item.taskKey().equals(stage.taskKey()))
                .findFirst()
                .orElseThrow();
        claiming.claim(open.taskId(), person);
    }
}
