package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.concern.Concerns.ConcernAcknowledged;
import org.contractethics.concern.Concerns.ConcernAnswered;
import org.contractethics.concern.Concerns.ConcernFiled;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code concern-handling.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class ConcernHandlingProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONCERN_HANDLING, Map.of());

    private final ConcernId concern = new ConcernId(UUID.randomUUID());
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final ConcernProcess process = new ConcernProcess(
            rig.engine.getRuntimeService(),
            rig.engine.getTaskService(),
            rig.engine.getHistoryService(),
            rig.items,
            rig.neighbours.register());

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @BeforeEach
    void fileConcern() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        rig.neighbours.contracts.put(contract, Neighbours.contract(contract, "Cloud data processing"));
        process.starts(new ConcernFiled(concern, contract, rig.clock.instant()));
    }

    @AfterEach
    void endConcern() {
        rig.neighbours.reminded.clear();
        rig.clear();
    }

    @Test
    void is_acknowledged_and_then_answered_by_a_concern_officer() {
        assertThat(open()).containsExactly("acknowledge-concern");
        assertThat(item().roles()).containsExactlyInAnyOrder(Role.OMBUDS, Role.BOARD_COMMITTEE);
        process.acknowledged(new ConcernAcknowledged(concern, "olga", rig.clock.instant()));
        assertThat(open()).containsExactly("answer-concern");

        process.answered(new ConcernAnswered(concern, "olga", rig.clock.instant()));

        assertThat(rig.result(concern.value())).isEqualTo("answered");
        assertThat(rig.items.ofSubject(concern.value()))
                .extracting(InboxItem::completedBy)
                .containsExactly("olga", "olga");
    }

    @Test
    void an_answer_acknowledges_as_well_and_a_second_answer_moves_nothing() {
        process.answered(new ConcernAnswered(concern, "olga", rig.clock.instant()));

        process.answered(new ConcernAnswered(concern, "olga", rig.clock.instant()));

        assertThat(rig.ended(concern.value())).isTrue();
    }

    @Test
    void falls_due_when_the_days_end_that_the_filer_was_told_whenever_it_is_acknowledged() {
        assertThat(item().dueAt()).isEqualTo(Instant.parse("2026-11-30T23:59:59Z"));

        rig.timeBecomes(Instant.parse("2026-11-29T09:00:00Z"));
        process.acknowledged(new ConcernAcknowledged(concern, "olga", rig.clock.instant()));

        assertThat(item().dueAt()).isEqualTo(Instant.parse("2027-02-23T23:59:59Z"));
    }

    @Test
    void an_answer_that_is_late_before_its_task_begins_escalates_within_a_day() {
        rig.timeBecomes(Instant.parse("2027-03-01T09:00:00Z"));
        rig.neighbours.escalated.clear();
        process.acknowledged(new ConcernAcknowledged(concern, "olga", rig.clock.instant()));

        rig.timeBecomes(Instant.parse("2027-03-02T09:00:00Z"));

        assertThat(rig.neighbours.escalated).containsExactly(concern.toString());
    }

    @Test
    void silence_escalates_each_task_again_and_again_and_completes_nothing() {
        rig.timeBecomes(Instant.parse("2026-11-30T23:59:59Z"));
        rig.timeBecomes(Instant.parse("2026-12-01T23:59:59Z"));
        assertThat(rig.neighbours.escalated).containsExactly(concern.toString(), concern.toString());
        assertThat(open()).containsExactly("acknowledge-concern");
        process.acknowledged(new ConcernAcknowledged(concern, "olga", rig.clock.instant()));

        rig.timeBecomes(Instant.parse("2027-03-01T17:00:00Z"));

        assertThat(rig.neighbours.escalated).hasSize(3);
        assertThat(open()).containsExactly("answer-concern");
    }

    @Test
    void those_who_handle_it_are_reminded_on_the_third_working_day_and_a_week_before_the_answer_is_due() {
        rig.timeBecomes(Instant.parse("2026-11-25T23:00:00Z"));
        assertThat(rig.neighbours.reminded).isEmpty();
        rig.timeBecomes(Instant.parse("2026-11-26T23:00:00Z"));
        assertThat(rig.neighbours.reminded).containsExactly(concern.toString());
        process.acknowledged(new ConcernAcknowledged(concern, "olga", rig.clock.instant()));

        rig.timeBecomes(Instant.parse("2027-02-16T12:00:00Z"));
        assertThat(rig.neighbours.reminded).hasSize(1);
        rig.timeBecomes(Instant.parse("2027-02-17T00:00:00Z"));
        assertThat(rig.neighbours.reminded).hasSize(2);
        assertThat(open()).containsExactly("answer-concern");
    }

    @Test
    void refuses_an_officer_while_another_holds_the_concern() {
        rig.engine.getTaskService().claim(item().taskId(), "olga");

        assertThatThrownBy(() -> process.acknowledged(new ConcernAcknowledged(concern, "other", rig.clock.instant())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Another concern officer");
    }

    @Test
    void another_ombuds_takes_over_what_is_overdue_and_nobody_else_learns_of_it() {
        rig.neighbours.people.put("olga", Set.of(Role.OMBUDS));
        rig.engine.getTaskService().claim(item().taskId(), "olga");
        ClaimingTasks claiming = new ClaimingTasks(
                rig.items, rig.eligibility(), rig.forced(), rig.engine.getTaskService(), event -> {}, rig.clock);
        Actor other = new Actor("other", "Other", Set.of(Role.OMBUDS));
        Actor chair = new Actor("ruth", "Ruth", Set.of(Role.PANEL_CHAIR));
        assertThatThrownBy(() -> claiming.takeBack(item().taskId(), other)).hasMessageContaining("not overdue");
        rig.timeBecomes(Instant.parse("2026-12-01T09:00:00Z"));
        assertThatThrownBy(() -> claiming.takeBack(item().taskId(), chair))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));

        claiming.takeBack(item().taskId(), other);
        process.acknowledged(new ConcernAcknowledged(concern, "other", rig.clock.instant()));

        assertThat(open()).containsExactly("answer-concern");
    }

    @Test
    void an_ombuds_who_left_holds_nothing_up() {
        rig.neighbours.people.put("olga", Set.of(Role.EMPLOYEE));
        rig.engine.getTaskService().claim(item().taskId(), "olga");
        ClaimingTasks claiming = new ClaimingTasks(
                rig.items, rig.eligibility(), rig.forced(), rig.engine.getTaskService(), event -> {}, rig.clock);

        claiming.takeBack(item().taskId(), new Actor("other", "Other", Set.of(Role.OMBUDS)));

        assertThat(item().assignee()).isNull();
    }

    @Test
    void whoever_takes_it_on_or_gives_it_back_is_recorded_under_kinds_of_its_own() {
        List<RecordedEvent> recorded = new ArrayList<>();
        ClaimingTasks claiming = new ClaimingTasks(
                rig.items,
                rig.eligibility(),
                rig.forced(),
                rig.engine.getTaskService(),
                event -> recorded.add((RecordedEvent) event),
                rig.clock);
        Actor olga = new Actor("olga", "Olga Petrova", Set.of(Role.OMBUDS));

        claiming.claim(item().taskId(), olga);
        claiming.giveBack(item().taskId(), olga);

        assertThat(recorded).extracting(RecordedEvent::kind).containsExactly("concern-claimed", "concern-returned");
        assertThat(recorded)
                .allSatisfy(event -> assertThat(event.facts()).containsEntry("concernId", concern.toString()));
    }

    @Test
    void names_the_contract_in_the_work_list_and_nothing_at_all_in_the_engine() {
        process.acknowledged(new ConcernAcknowledged(concern, "olga", rig.clock.instant()));

        assertThat(item().contract())
                .isEqualTo(ContractLine.of(Neighbours.contract(contract, "Cloud data processing")));
        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .isEmpty();
        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .list())
                .allSatisfy(started -> assertThat(started.getStartUserId()).isNull());
    }

    private InboxItem item() {
        return rig.items.ofSubject(concern.value()).stream()
                .filter(item -> !item.done())
                .findFirst()
                .orElseThrow();
    }

    private List<String> open() {
        return rig.openTasks(concern.value());
    }
}
