package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The only way through {@code recurring-work.bpmn}. */
class RecurringWorkProcessTests {

    private static final CountingWork WORK = new CountingWork();
    private static final EngineRig rig = new EngineRig(ProcessNames.RECURRING_WORK, Map.of("deliveries", WORK));

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @Test
    void is_done_four_times_a_minute_without_leaving_history_and_again_after_a_failure() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING.plusSeconds(15));
        rig.timeBecomes(EngineRig.MONDAY_MORNING.plusSeconds(30));

        assertThat(WORK.rounds).isEqualTo(2);
        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
        assertThat(rig.timers())
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(EngineRig.MONDAY_MORNING.plusSeconds(45)));
        aFailedRoundIsTriedAgainForEver();
    }

    private static void aFailedRoundIsTriedAgainForEver() {
        WORK.broken = true;
        Job job = rig.timers().get(0);

        assertThatThrownBy(() -> rig.engine.getManagementService().executeJob(job.getId()))
                .hasRootCauseMessage("nothing works");

        WORK.broken = false;
        assertThat(rig.timers().get(0).getRetries()).isGreaterThan(100_000);
    }

    /** Public because the engine's expressions call it. */
    public static final class CountingWork {

        private int rounds;
        private boolean broken;

        public void recurring() {
            if (broken) {
                throw new IllegalStateException("nothing works");
            }
            rounds++;
        }
    }
}
