package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The only way through {@code event-resubmission.bpmn}. */
class EventResubmissionProcessTests {

    private static final CountingDeliveries DELIVERIES = new CountingDeliveries();
    private static final EngineRig rig =
            new EngineRig(ProcessNames.EVENT_RESUBMISSION, Map.of("deliveries", DELIVERIES));

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @Test
    void keeps_undelivered_events_moving_twice_a_minute_without_leaving_history() {
        assertThat(rig.timers())
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(EngineRig.MONDAY_MORNING.plusSeconds(30)));

        rig.timeBecomes(EngineRig.MONDAY_MORNING.plusSeconds(30));
        rig.timeBecomes(EngineRig.MONDAY_MORNING.plusSeconds(60));

        assertThat(DELIVERIES.resubmissions).isEqualTo(2);
        assertThat(DELIVERIES.removals).isEqualTo(2);
        assertThat(rig.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
        assertThat(rig.timers())
                .extracting(Job::getDuedate)
                .containsExactly(Date.from(EngineRig.MONDAY_MORNING.plusSeconds(90)));
    }

    @Test
    void tries_a_failed_round_again_for_ever() {
        DELIVERIES.broken = true;
        Job job = rig.timers().get(0);

        assertThatThrownBy(() -> rig.engine.getManagementService().executeJob(job.getId()))
                .hasRootCauseMessage("the registry does not answer");

        DELIVERIES.broken = false;
        assertThat(rig.timers().get(0).getRetries()).isGreaterThan(100_000);
    }

    /** Public because the engine's expressions call it. */
    public static final class CountingDeliveries {

        private int resubmissions;
        private int removals;
        private boolean broken;

        public void resubmit() {
            if (broken) {
                throw new IllegalStateException("the registry does not answer");
            }
            resubmissions++;
        }

        public void removeDelivered() {
            removals++;
        }
    }
}
