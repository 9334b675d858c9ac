package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.contractethics.concern.Concerns.ConcernAppealDecided;
import org.contractethics.concern.Concerns.ConcernAppealed;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code concern-appeal.bpmn}. */
class ConcernAppealProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONCERN_APPEAL, Map.of());

    private final ConcernId concern = new ConcernId(UUID.randomUUID());
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
    void appeal() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        process.startsAppeal(new ConcernAppealed(concern, null, rig.clock.instant()));
    }

    @AfterEach
    void end() {
        rig.neighbours.reminded.clear();
        rig.neighbours.escalated.clear();
        rig.clear();
    }

    @Test
    void is_decided_by_the_board_committee() {
        InboxItem item = rig.items.ofSubject(concern.value()).get(0);
        assertThat(item.taskKey()).isEqualTo("decide-concern-appeal");
        assertThat(item.roles()).containsExactly(Role.BOARD_COMMITTEE);
        assertThat(item.dueAt()).isEqualTo(Instant.parse("2027-04-30T23:59:59Z"));

        process.appealDecided(new ConcernAppealDecided(concern, "george", rig.clock.instant()));

        assertThat(rig.result(concern.value())).isEqualTo("appeal-decided");
    }

    @Test
    void silence_reminds_and_escalates_and_decides_nothing() {
        rig.timeBecomes(Instant.parse("2027-04-24T00:00:00Z"));
        assertThat(rig.neighbours.reminded).containsExactly(concern.toString());

        rig.timeBecomes(Instant.parse("2027-05-01T00:00:00Z"));

        assertThat(rig.neighbours.escalated).containsExactly(concern.toString());
        assertThat(rig.openTasks(concern.value())).containsExactly("decide-concern-appeal");
        process.appealDecided(new ConcernAppealDecided(concern, "george", rig.clock.instant()));
    }
}
