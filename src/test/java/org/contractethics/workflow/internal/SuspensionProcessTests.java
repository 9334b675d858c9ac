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

/** Every way through {@code suspension.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class SuspensionProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.SUSPENSION, Map.of());

    private final FollowUpRig followUp = new FollowUpRig(rig, FollowUp.SUSPENSION);

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
    void opens() {
        followUp.begins(Map.of());
    }

    @Test
    void two_people_suspend_the_services() {
        assertThat(followUp.item().roles()).containsExactly(Role.PANEL_CHAIR);
        assertThat(followUp.item().dueAt()).isEqualTo(Instant.parse("2026-12-14T17:00:00Z"));
        followUp.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());
        assertThat(followUp.item().roles()).containsExactly(Role.BOARD_COMMITTEE);

        followUp.done(FollowUpStep.CONFIRM_SUSPENSION, "george", decided("true", "SUSPEND"));

        assertThat(rig.result(followUp.subject)).isEqualTo("services-suspended");
    }

    @Test
    void the_services_go_on_or_end_as_was_confirmed() {
        followUp.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());
        followUp.done(FollowUpStep.CONFIRM_SUSPENSION, "george", decided("true", "CONTINUE"));
        assertThat(rig.result(followUp.subject)).isEqualTo("services-run");

        FollowUpRig exit = new FollowUpRig(rig, FollowUp.SUSPENSION);
        exit.begins(Map.of());
        exit.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());
        exit.done(FollowUpStep.CONFIRM_SUSPENSION, "george", decided("true", "EXIT"));

        assertThat(rig.result(exit.subject)).isEqualTo("exit-decided");
    }

    @Test
    void a_proposal_that_is_not_confirmed_goes_back_to_the_chair() {
        followUp.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());

        followUp.done(FollowUpStep.CONFIRM_SUSPENSION, "george", decided("false", "CONTINUE"));

        assertThat(followUp.open()).containsExactly("propose-suspension");
    }

    @Test
    void is_due_sooner_where_services_were_restricted_at_once() {
        FollowUpRig urgent = new FollowUpRig(rig, FollowUp.SUSPENSION);
        urgent.begins(Map.of("urgent", "true"));

        assertThat(urgent.item().dueAt()).isEqualTo(Instant.parse("2026-11-26T17:00:00Z"));
    }

    @Test
    void people_are_reminded_before_a_step_falls_due_and_an_urgent_one_only_escalates() {
        followUp.timeBecomes("2026-12-10T17:00:00Z");
        assertThat(rig.neighbours.told).containsExactly("PROPOSE_SUSPENSION due soon, told to its roles");
        assertThat(rig.neighbours.escalated).isEmpty();
        FollowUpRig urgent = new FollowUpRig(rig, FollowUp.SUSPENSION);
        urgent.begins(Map.of("urgent", "true"));
        urgent.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());
        rig.neighbours.told.clear();

        urgent.timeBecomes("2026-11-25T17:00:00Z");

        assertThat(rig.neighbours.told).as("less time than the notice takes").isEmpty();
    }

    @Test
    void silence_escalates_each_step_and_decides_nothing() {
        followUp.timeBecomes("2026-12-14T17:00:00Z");
        followUp.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());
        followUp.timeBecomes("2026-12-21T17:00:00Z");

        assertThat(rig.neighbours.escalated).hasSize(2);
        assertThat(followUp.open()).containsExactly("confirm-suspension");
    }

    @Test
    void ends_with_the_vote_of_a_review_wherever_it_stands_and_only_once() {
        FollowUpRig proposed = new FollowUpRig(rig, FollowUp.SUSPENSION);
        proposed.begins(Map.of());
        proposed.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of());

        followUp.ended();
        proposed.ended();

        assertThat(rig.result(followUp.subject)).isEqualTo("ended-by-decision");
        assertThat(rig.result(proposed.subject)).isEqualTo("ended-by-decision");
        assertThat(followUp.open()).isEmpty();
        assertThat(proposed.open()).isEmpty();
        assertThat(rig.timers()).isEmpty();
        assertThatThrownBy(followUp::ended).isInstanceOf(Refused.class).hasMessageContaining("newest version");
    }

    @Test
    void refuses_whoever_the_rules_bar() {
        rig.neighbours.objections.put("ruth", List.of("You made this proposal."));

        assertThatThrownBy(() -> followUp.done(FollowUpStep.PROPOSE_SUSPENSION, "ruth", Map.of()))
                .isInstanceOf(Refused.class);
    }

    private static Map<String, String> decided(String confirmed, String outcome) {
        return Map.of("confirmed", confirmed, "suspensionOutcome", outcome);
    }
}
