package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way through {@code appeal-hearing.bpmn}; how a review comes to it stands in the tests of that. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class AppealHearingProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.APPEAL_HEARING, Map.of());

    private final UUID review = UUID.randomUUID();

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @BeforeEach
    void files() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        rig.engine
                .getRuntimeService()
                .startProcessInstanceByKey(ProcessNames.APPEAL_HEARING, review.toString(), Map.of("tier", "T3"));
    }

    @AfterEach
    void end() {
        rig.clear();
    }

    @ParameterizedTest
    @CsvSource({"CONFIRM,decision-confirmed", "CHANGE,decision-changed", "RETURN,case-returned", "?,decision-confirmed"
    })
    void ends_as_the_board_committee_ruled_and_leaves_the_decision_where_the_ruling_is_unknown(
            String ruling, String end) {
        rig.engine.getTaskService().complete(item().taskId(), Map.of("appealResult", ruling));

        assertThat(rig.result(review)).isEqualTo(end);
    }

    @Test
    void is_for_the_board_committee_within_thirty_working_days() {
        assertThat(item().roles()).containsExactly(Role.BOARD_COMMITTEE);
        assertThat(item().dueAt()).isEqualTo(Instant.parse("2027-01-04T17:00:00Z"));
    }

    @Test
    void silence_escalates_and_rules_nothing() {
        rig.timeBecomes(Instant.parse("2027-01-04T17:00:00Z"));

        assertThat(rig.neighbours.escalated).hasSize(1);
        assertThat(rig.openTasks(review)).containsExactly("appeal");
    }

    private InboxItem item() {
        return rig.items.ofSubject(review).stream()
                .filter(item -> !item.done())
                .findFirst()
                .orElseThrow();
    }
}
