package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The only way through {@code concern-announcement.bpmn}. */
class ConcernAnnouncementProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONCERN_ANNOUNCEMENT, Map.of());

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @Test
    void lets_the_filings_of_earlier_days_become_known_again_and_again_without_leaving_history() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING.plusSeconds(300));
        rig.timeBecomes(EngineRig.MONDAY_MORNING.plusSeconds(600));

        assertThat(rig.neighbours.announcements).isEqualTo(2);
        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
        assertThat(rig.timers())
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(EngineRig.MONDAY_MORNING.plusSeconds(900)));
    }
}
