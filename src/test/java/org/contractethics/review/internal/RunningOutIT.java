package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.Duration;
import java.util.List;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;

/** The last day of an approval passes: told once, and only where nothing else ended it. */
class RunningOutIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void an_approval_whose_last_day_has_passed_is_told_once() {
        ReviewId review = decidedLongAgo();

        world.approvalsRunOut();
        world.approvalsRunOut();

        assertThat(told(review)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo("system");
            assertThat(event.facts()).containsKeys("decisionId", "lastDay");
        });
    }

    @Test
    void one_that_holds_lapsed_or_was_decided_anew_does_not_run_out() {
        ReviewId holds = world.decided(Outcome.CONDITIONAL, serious());
        ReviewId lapsed = decidedLongAgo();
        world.change(world.reviews.get(lapsed).contract(), "ceiling_minor = 5000");

        world.approvalsRunOut();

        assertThat(told(holds)).isEmpty();
        assertThat(told(lapsed)).isEmpty();
        for (ReviewId other : List.of(holds, lapsed)) {
            assertThatThrownBy(() -> note(other)).hasMessageContaining("did not run out");
        }
    }

    @Test
    void one_that_cannot_be_noted_keeps_no_other_from_it_and_is_tried_again() {
        ReviewId failing = decidedLongAgo();
        world.clock.set(world.clock.instant().plus(Duration.ofDays(1)));
        ReviewId other = decidedLongAgo();
        world.withoutRecord.add(failing);
        world.approvalsRunOut();
        assertThat(told(failing)).isEmpty();
        assertThat(told(other)).hasSize(1);

        world.withoutRecord.clear();
        world.approvalsRunOut();

        assertThat(told(failing)).hasSize(1);
        assertThat(told(other)).hasSize(1);
    }

    @Test
    void it_is_not_unsaid() {
        ReviewId review = decidedLongAgo();
        world.approvalsRunOut();

        assertThatThrownBy(() ->
                        world.jdbc.sql("delete from review.approval_run_out").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> note(review)).hasMessageContaining("this approval did not run out");
    }

    private ReviewId decidedLongAgo() {
        world.clock.set(world.clock.instant().minus(Duration.ofDays(120)));
        ReviewId review = world.decided(Outcome.CONDITIONAL, serious());
        world.clock.set(world.clock.instant().plus(Duration.ofDays(120)));
        return review;
    }

    private List<RecordedEvent> told(ReviewId review) {
        return world.published.stream()
                .filter(RecordedEvent.class::isInstance)
                .map(RecordedEvent.class::cast)
                .filter(event -> event.kind().equals("approval-ran-out"))
                .filter(event -> review.toString().equals(event.facts().get("reviewId")))
                .toList();
    }

    private void note(ReviewId review) {
        world.jdbc
                .sql(
                        """
                        insert into review.approval_run_out (decision_id, last_day, noted_at)
                        select id, expires_on, now() from review.decision where review_id = :review
                        """)
                .param("review", review.value())
                .update();
    }
}
