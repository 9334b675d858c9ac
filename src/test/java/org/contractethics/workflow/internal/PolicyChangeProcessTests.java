package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.SettableClock;
import org.contractethics.policy.PolicyChanges.VersionDecided;
import org.contractethics.policy.PolicyChanges.VersionProposed;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code policy-change.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class PolicyChangeProcessTests {

    private static final SettableClock CLOCK = new SettableClock(EngineRig.MONDAY_MORNING);
    private static final Neighbours NEIGHBOURS = new Neighbours();
    private static final EngineRig rig = new EngineRig(
            ProcessNames.POLICY_CHANGE,
            Map.of(
                    "policySteps",
                    new PolicySteps(
                            Settings.usual()::workingDays,
                            Settings.usual(),
                            Settings.days(),
                            new Late<>(NEIGHBOURS.policyChanges()),
                            CLOCK)));
    private static final LocalDate EFFECTIVE = LocalDate.of(2026, 12, 1);

    private final UUID version = UUID.randomUUID();
    private final PolicyProcess process =
            new PolicyProcess(rig.engine.getRuntimeService(), rig.engine.getTaskService(), rig.items);

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @BeforeEach
    void propose() {
        NEIGHBOURS.escalated.clear();
        NEIGHBOURS.told.clear();
        NEIGHBOURS.cameIntoForce = 0;
        timeBecomes(EngineRig.MONDAY_MORNING);
        process.starts(new VersionProposed(version, 2, rig.clock.instant()));
    }

    @AfterEach
    void end() {
        rig.clear();
    }

    @Test
    void waits_in_the_work_list_of_the_board_committee_and_is_about_no_contract() {
        InboxItem item = item();

        assertThat(item.kind()).isEqualTo(Subject.POLICY);
        assertThat(item.label()).isEqualTo("Decide on a change of the rules: version 2");
        assertThat(item.roles()).isEqualTo(Set.of(Role.BOARD_COMMITTEE));
        assertThat(item.contract()).isNull();
        assertThat(item.link()).isEqualTo("/rules/changes/" + version);
        assertThat(item.dueAt()).isEqualTo(Instant.parse("2026-12-21T17:00:00Z"));
    }

    @Test
    void an_approved_version_waits_for_its_date_and_then_comes_into_force() {
        process.decided(decided(true, "george"));
        assertThat(rig.openTasks(version)).isEmpty();
        timeBecomes(Instant.parse("2026-11-30T23:59:00Z"));
        assertThat(NEIGHBOURS.cameIntoForce).isZero();

        timeBecomes(Instant.parse("2026-12-01T00:00:00Z"));

        assertThat(NEIGHBOURS.cameIntoForce).isEqualTo(1);
        assertThat(rig.result(version)).isEqualTo("in-force");
    }

    @Test
    void a_withdrawn_proposal_ends_the_change() {
        process.decided(decided(false, "dana"));

        assertThat(rig.result(version)).isEqualTo("refused");
    }

    @Test
    void an_approved_version_that_is_withdrawn_never_comes_into_force() {
        process.decided(decided(true, "george"));

        process.decided(decided(false, "greta"));
        timeBecomes(Instant.parse("2026-12-02T00:00:00Z"));

        assertThat(rig.result(version)).isEqualTo("withdrawn");
        assertThat(NEIGHBOURS.cameIntoForce).isZero();
    }

    @Test
    void the_board_committee_is_reminded_before_the_decision_falls_due() {
        timeBecomes(Instant.parse("2026-12-17T16:59:00Z"));
        assertThat(NEIGHBOURS.told).isEmpty();

        timeBecomes(Instant.parse("2026-12-17T17:00:00Z"));

        assertThat(NEIGHBOURS.told).containsExactly("policy due soon 2026-12-21T17:00:00Z");
        assertThat(NEIGHBOURS.escalated).isEmpty();
    }

    @Test
    void silence_escalates_again_and_again_and_approves_nothing() {
        timeBecomes(Instant.parse("2026-12-21T17:00:00Z"));
        timeBecomes(Instant.parse("2026-12-22T17:00:00Z"));

        assertThat(NEIGHBOURS.escalated).containsExactly(version.toString(), version.toString());
        assertThat(rig.openTasks(version)).containsExactly("decide-policy-version");
    }

    @Test
    void refuses_an_approval_while_another_member_holds_the_task_but_not_a_withdrawal() {
        rig.engine.getTaskService().claim(item().taskId(), "greta");

        assertThatThrownBy(() -> process.decided(decided(true, "george")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has claimed this decision");
        process.decided(decided(false, "dana"));
        assertThat(rig.ended(version)).isTrue();
    }

    private VersionDecided decided(boolean approved, String actor) {
        return new VersionDecided(version, approved, EFFECTIVE, actor, rig.clock.instant());
    }

    private static void timeBecomes(Instant then) {
        CLOCK.set(then);
        rig.timeBecomes(then);
    }

    private InboxItem item() {
        return rig.items.ofSubject(version).stream()
                .filter(item -> !item.done())
                .findFirst()
                .orElseThrow();
    }
}
