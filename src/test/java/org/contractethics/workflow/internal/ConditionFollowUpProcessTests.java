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
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code condition-follow-up.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class ConditionFollowUpProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONDITION_FOLLOW_UP, Map.of());

    private final FollowUpRig followUp = new FollowUpRig(rig, FollowUp.CONDITION);

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
        followUp.begins(Map.of(
                "owner", "paul",
                "dueAt", "2026-12-01T17:00:00Z",
                "suspendAt", "2026-12-15T17:00:00Z"));
    }

    @Test
    void is_met_by_its_owner_and_confirmed_by_a_monitor() {
        assertThat(followUp.item().assignee()).isEqualTo("paul");
        assertThat(followUp.item().kind()).isEqualTo(Subject.CONDITION);
        assertThat(followUp.item().link()).isEqualTo("/conditions/" + followUp.subject);
        assertThat(followUp.item().dueAt()).isEqualTo(Instant.parse("2026-12-01T17:00:00Z"));
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        assertThat(followUp.item().roles()).containsExactly(Role.MONITOR);
        assertThat(followUp.item().assignee()).isNull();

        followUp.done(FollowUpStep.CONFIRM_CONDITION, "mona", Map.of("conditionResult", "MET"));

        assertThat(rig.result(followUp.subject)).isEqualTo("condition-met");
        assertThat(rig.items.ofSubject(followUp.subject))
                .extracting(InboxItem::completedBy)
                .containsExactly("paul", "mona");
    }

    @Test
    void goes_back_to_its_owner_where_it_is_not_met_or_nothing_is_known_of_the_result() {
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        followUp.done(FollowUpStep.CONFIRM_CONDITION, "mona", Map.of("conditionResult", "NOT_MET"));
        assertThat(followUp.item().assignee()).isEqualTo("paul");

        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        followUp.done(FollowUpStep.CONFIRM_CONDITION, "mona", Map.of("conditionResult", "PERHAPS"));

        assertThat(followUp.open()).containsExactly("meet-condition");
    }

    @Test
    void its_owner_is_reminded_two_working_days_before_and_not_when_it_is_met_by_then() {
        followUp.timeBecomes("2026-11-27T17:00:00Z");

        assertThat(rig.neighbours.told).containsExactly("condition due soon");
        assertThat(rig.neighbours.escalated).isEmpty();
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        followUp.timeBecomes("2026-11-30T17:00:00Z");
        assertThat(rig.neighbours.told).hasSize(1);
    }

    @Test
    void silence_escalates_again_and_again_and_meets_nothing() {
        followUp.timeBecomes("2026-12-01T17:00:00Z");
        followUp.timeBecomes("2026-12-02T17:00:00Z");
        assertThat(rig.neighbours.escalated)
                .containsExactly("MEET_CONDITION 2026-12-01T17:00:00Z", "MEET_CONDITION 2026-12-01T17:00:00Z");
        assertThat(rig.neighbours.told).isEmpty();
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());

        followUp.timeBecomes("2026-12-14T17:00:00Z");

        assertThat(rig.neighbours.escalated).hasSize(3).last().asString().startsWith("CONFIRM_CONDITION");
        assertThat(followUp.open()).containsExactly("confirm-condition");
    }

    @Test
    void overdue_for_too_long_asks_for_a_suspension_review_and_the_task_stays_open() {
        followUp.timeBecomes("2026-12-15T17:00:00Z");
        followUp.timeBecomes("2026-12-16T17:00:00Z");

        assertThat(rig.neighbours.told).containsExactly("long overdue", "long overdue");
        assertThat(followUp.open()).containsExactly("meet-condition");
    }

    /** The owner says just before the day that it is in progress; nobody rules on that for a while. */
    @Test
    void a_report_stops_no_clock_and_what_is_sent_back_begins_none_anew() {
        followUp.timeBecomes("2026-12-14T17:00:00Z");
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());

        followUp.timeBecomes("2026-12-15T17:00:00Z");

        assertThat(rig.neighbours.told).containsExactly("long overdue");
        assertThat(followUp.open()).containsExactly("confirm-condition");
        followUp.done(FollowUpStep.CONFIRM_CONDITION, "mona", Map.of("conditionResult", "NOT_MET"));
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        followUp.timeBecomes("2026-12-16T17:00:00Z");
        assertThat(rig.neighbours.told).containsExactly("long overdue", "long overdue");
    }

    @Test
    void nothing_is_asked_before_the_day_or_once_it_is_met() {
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        followUp.timeBecomes("2026-12-15T16:59:59Z");
        assertThat(rig.neighbours.told).doesNotContain("long overdue");

        followUp.done(FollowUpStep.CONFIRM_CONDITION, "mona", Map.of("conditionResult", "MET"));

        assertThat(rig.timers()).isEmpty();
    }

    @Test
    void a_waiver_ends_it_whatever_step_is_open() {
        followUp.ended();

        assertThat(rig.result(followUp.subject)).isEqualTo("ended-by-waiver");
        assertThat(rig.items.ofSubject(followUp.subject)).isEmpty();
        assertThat(rig.timers()).isEmpty();
        assertThatThrownBy(followUp::ended).isInstanceOf(Refused.class);
    }

    @Test
    void refuses_whoever_does_not_hold_the_task_and_whoever_the_rules_bar() {
        assertThatThrownBy(() -> followUp.send(FollowUpStep.MEET_CONDITION, "mona", Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("do not hold this task");
        followUp.send(FollowUpStep.MEET_CONDITION, "paul", Map.of());
        rig.neighbours.objections.put("paul", List.of("You own this condition."));

        assertThatThrownBy(
                        () -> followUp.done(FollowUpStep.CONFIRM_CONDITION, "paul", Map.of("conditionResult", "MET")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("own this condition");
        assertThat(rig.items.excluded).contains(followUp.subject + " sofia");
    }
}
