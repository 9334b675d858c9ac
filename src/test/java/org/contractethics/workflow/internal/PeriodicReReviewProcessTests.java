package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code periodic-re-review.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class PeriodicReReviewProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.PERIODIC_RE_REVIEW, Map.of());

    private final FollowUpRig followUp = new FollowUpRig(rig, FollowUp.RE_REVIEW);

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @AfterEach
    void end() {
        rig.clear();
    }

    @BeforeEach
    void signs() {
        followUp.begins(Map.of("nextAt", "2027-05-23T00:00:00Z"));
    }

    @Test
    void is_asked_for_when_the_interval_is_over_and_again_after_the_next_one() {
        assertThat(followUp.open()).isEmpty();
        followUp.timeBecomes("2027-05-23T00:00:00Z");
        assertThat(rig.neighbours.told).containsExactly("re-review due");
        assertThat(followUp.item().roles()).containsExactlyInAnyOrder(Role.MONITOR, Role.HR_REVIEWER);

        followUp.done(
                FollowUpStep.RE_REVIEW,
                "mona",
                Map.of("reReviewResult", "STILL_VALID", "nextAt", "2027-11-23T00:00:00Z"));

        assertThat(followUp.open()).isEmpty();
        followUp.timeBecomes("2027-11-23T00:00:00Z");
        assertThat(followUp.open()).containsExactly("re-review");
    }

    @Test
    void ends_where_a_new_review_is_opened_or_nothing_is_known_of_the_result() {
        followUp.timeBecomes("2027-05-23T00:00:00Z");

        followUp.done(FollowUpStep.RE_REVIEW, "mona", Map.of("reReviewResult", "PERHAPS"));

        assertThat(rig.result(followUp.subject)).isEqualTo("new-review-opened");
    }

    @Test
    void people_are_reminded_before_the_re_review_falls_due() {
        followUp.timeBecomes("2027-05-23T00:00:00Z");
        Instant due = java.util.Objects.requireNonNull(followUp.item().dueAt());
        rig.neighbours.told.clear();

        rig.timeBecomes(due.minus(2, java.time.temporal.ChronoUnit.DAYS));

        assertThat(rig.neighbours.told).containsExactly("RE_REVIEW due soon, told to its roles");
        assertThat(rig.neighbours.escalated).isEmpty();
    }

    @Test
    void silence_escalates_and_approves_nothing() {
        followUp.timeBecomes("2027-05-23T00:00:00Z");
        followUp.timeBecomes("2027-07-01T17:00:00Z");

        assertThat(rig.neighbours.escalated).isNotEmpty();
        assertThat(followUp.open()).containsExactly("re-review");
    }

    @Test
    void comes_forward_where_something_became_known_and_never_back() {
        followUp.comesForward("2026-11-30T00:00:00Z");
        followUp.comesForward("2027-02-01T00:00:00Z");

        followUp.timeBecomes("2026-11-29T23:59:59Z");
        assertThat(followUp.open()).isEmpty();
        followUp.timeBecomes("2026-11-30T00:00:00Z");

        assertThat(followUp.open()).containsExactly("re-review");
        assertThatThrownBy(() -> followUp.comesForward("2026-12-01T00:00:00Z")).isInstanceOf(Refused.class);
    }

    @Test
    void a_new_signature_replaces_it() {
        followUp.ended();

        assertThat(rig.result(followUp.subject)).isEqualTo("ended-by-signature");
        assertThat(rig.timers()).isEmpty();
    }

    @Test
    void refuses_whoever_the_rules_bar() {
        followUp.timeBecomes("2027-05-23T00:00:00Z");
        rig.neighbours.objections.put("mona", List.of("You submitted this contract."));

        assertThatThrownBy(() -> followUp.done(FollowUpStep.RE_REVIEW, "mona", Map.of("reReviewResult", "STILL_VALID")))
                .isInstanceOf(Refused.class);
    }
}
