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
import org.junit.jupiter.api.Test;

/** Every way through {@code sample-review.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class SampleReviewProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.SAMPLE_REVIEW, Map.of());

    private final FollowUpRig followUp = new FollowUpRig(rig, FollowUp.SAMPLE_REVIEW);

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

    @Test
    void no_lot_is_drawn_before_the_decision_is_committed() {
        followUp.begins(Map.of());
        assertThat(rig.neighbours.told).isEmpty();
        assertThat(followUp.open()).isEmpty();

        committed();

        assertThat(rig.neighbours.told).containsExactly("lot drawn");
        assertThat(followUp.item().roles()).containsExactlyInAnyOrder(Role.HR_REVIEWER, Role.LEGAL_REVIEWER);
        assertThat(followUp.item().dueAt()).isEqualTo(Instant.parse("2026-12-07T17:00:00Z"));
    }

    @Test
    void ends_where_the_lot_fell_on_another() {
        rig.neighbours.spared = true;
        followUp.begins(Map.of());

        committed();

        assertThat(rig.result(followUp.subject)).isEqualTo("not-drawn");
    }

    @Test
    void ends_where_the_second_review_is_stricter_in_nothing() {
        drawn();

        reviewed("MILDER");

        assertThat(rig.result(followUp.subject)).isEqualTo("compared");
    }

    @Test
    void a_stricter_second_review_is_ruled_on_and_so_is_one_of_which_nothing_is_known() {
        drawn();
        reviewed("PERHAPS");
        assertThat(followUp.item().roles()).containsExactlyInAnyOrder(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

        followUp.done(FollowUpStep.RULE_ON_SAMPLE, "george", Map.of());

        assertThat(rig.result(followUp.subject)).isEqualTo("ruled");
    }

    @Test
    void people_are_reminded_of_each_step_before_it_falls_due() {
        drawn();
        followUp.timeBecomes("2026-12-03T17:00:00Z");
        reviewed("STRICTER");
        followUp.timeBecomes("2026-12-08T17:00:00Z");

        assertThat(rig.neighbours.told)
                .containsExactly(
                        "lot drawn",
                        "REVIEW_SAMPLE due soon, told to its roles",
                        "RULE_ON_SAMPLE due soon, told to its roles");
        assertThat(rig.neighbours.escalated).isEmpty();
    }

    @Test
    void silence_escalates_each_step_and_decides_nothing() {
        drawn();
        followUp.timeBecomes("2026-12-07T17:00:00Z");
        assertThat(followUp.open()).containsExactly("review-sample");
        reviewed("STRICTER");
        followUp.timeBecomes("2026-12-14T17:00:00Z");

        assertThat(rig.neighbours.escalated).hasSize(2);
        assertThat(followUp.open()).containsExactly("rule-on-sample");
    }

    @Test
    void refuses_whoever_the_rules_bar_and_an_end_from_outside() {
        drawn();
        rig.neighbours.objections.put("dana", List.of("You had a part in the review of this contract."));

        assertThatThrownBy(
                        () -> followUp.done(FollowUpStep.REVIEW_SAMPLE, "dana", Map.of("sampleComparison", "AGREES")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(followUp::ended).isInstanceOf(IllegalArgumentException.class);
    }

    private void drawn() {
        followUp.begins(Map.of());
        committed();
    }

    /** Runs what the model does in a transaction of its own. */
    private static void committed() {
        rig.engine.getManagementService().createJobQuery().messages().list().forEach(job -> rig.engine
                .getManagementService()
                .executeJob(job.getId()));
    }

    private void reviewed(String comparison) {
        followUp.done(FollowUpStep.REVIEW_SAMPLE, "helen", Map.of("sampleComparison", comparison));
    }
}
