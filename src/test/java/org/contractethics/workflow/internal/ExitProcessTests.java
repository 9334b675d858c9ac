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

/** Every way through {@code exit.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class ExitProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.EXIT, Map.of());
    private static final Map<String, String> PLANNED = Map.of("carryOutBy", "2027-01-29T17:00:00Z");

    private final FollowUpRig followUp = new FollowUpRig(rig, FollowUp.EXIT);

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
    void begins() {
        followUp.begins(Map.of());
    }

    @Test
    void a_contract_ends_after_plan_approval_report_and_confirmation() {
        assertThat(followUp.item().roles())
                .containsExactlyInAnyOrder(Role.PANEL_CHAIR, Role.HR_REVIEWER, Role.LEGAL_REVIEWER);
        assertThat(followUp.item().dueAt()).isEqualTo(Instant.parse("2026-12-21T17:00:00Z"));
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);
        assertThat(followUp.item().roles()).containsExactly(Role.BOARD_COMMITTEE);
        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("true"));
        followUp.done(FollowUpStep.CARRY_OUT_EXIT, "leo", Map.of());

        followUp.done(FollowUpStep.CONFIRM_EXIT, "george", ruled("true"));

        assertThat(rig.result(followUp.subject)).isEqualTo("contract-ended");
    }

    @Test
    void carrying_it_out_is_due_on_the_day_that_the_plan_states() {
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);
        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("true"));

        assertThat(followUp.item().dueAt()).isEqualTo(Instant.parse("2027-01-29T17:00:00Z"));
    }

    @Test
    void a_plan_or_a_report_that_is_not_accepted_goes_back() {
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);
        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("false"));
        assertThat(followUp.open()).containsExactly("plan-exit");
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);
        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("true"));
        followUp.done(FollowUpStep.CARRY_OUT_EXIT, "leo", Map.of());

        followUp.done(FollowUpStep.CONFIRM_EXIT, "george", ruled("false"));

        assertThat(followUp.open()).containsExactly("carry-out-exit");
    }

    @Test
    void an_unknown_ruling_ends_nothing() {
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);

        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("perhaps"));

        assertThat(followUp.open()).containsExactly("plan-exit");
    }

    @Test
    void people_are_reminded_of_each_step_before_it_falls_due_and_not_where_it_is_done_in_time() {
        followUp.timeBecomes("2026-12-17T17:00:00Z");
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);
        followUp.timeBecomes("2026-12-22T17:00:00Z");
        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("true"));
        rig.engine.getTaskService().claim(followUp.item().taskId(), "leo");
        followUp.timeBecomes("2027-01-27T17:00:00Z");
        followUp.done(FollowUpStep.CARRY_OUT_EXIT, "leo", Map.of());
        followUp.done(FollowUpStep.CONFIRM_EXIT, "george", ruled("true"));

        assertThat(rig.neighbours.told)
                .containsExactly(
                        "PLAN_EXIT due soon, told to its roles",
                        "APPROVE_EXIT_PLAN due soon, told to its roles",
                        "CARRY_OUT_EXIT due soon, told to leo");
        assertThat(rig.neighbours.escalated).isEmpty();
    }

    @Test
    void silence_escalates_each_step_and_decides_nothing() {
        followUp.timeBecomes("2026-12-21T17:00:00Z");
        followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED);
        followUp.timeBecomes("2026-12-28T17:00:00Z");
        followUp.done(FollowUpStep.APPROVE_EXIT_PLAN, "george", ruled("true"));
        followUp.timeBecomes("2027-01-29T17:00:00Z");
        followUp.done(FollowUpStep.CARRY_OUT_EXIT, "leo", Map.of());
        followUp.timeBecomes("2027-02-05T17:00:00Z");

        assertThat(rig.neighbours.escalated).hasSize(4);
        assertThat(followUp.open()).containsExactly("confirm-exit");
    }

    @Test
    void refuses_whoever_the_rules_bar_and_an_end_from_outside() {
        rig.neighbours.objections.put("dana", List.of("You are paid by this contract."));

        assertThatThrownBy(() -> followUp.done(FollowUpStep.PLAN_EXIT, "dana", PLANNED))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(followUp::ended).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> ruled(String confirmed) {
        return Map.of("confirmed", confirmed);
    }
}
