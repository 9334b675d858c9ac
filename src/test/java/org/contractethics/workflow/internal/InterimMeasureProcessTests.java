package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.contractethics.review.FollowUp;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way through {@code interim-measure.bpmn}. */
@SuppressWarnings("NullAway") // the engine is there before any test is made
class InterimMeasureProcessTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.INTERIM_MEASURE, Map.of());

    private final FollowUpRig followUp = new FollowUpRig(rig, FollowUp.INTERIM_MEASURE);

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
    void restricts() {
        followUp.begins(Map.of("endsAt", "2026-12-07T09:00:00Z"));
    }

    @Test
    void ends_by_itself_when_its_days_are_over_and_not_before() {
        followUp.timeBecomes("2026-12-07T08:59:59Z");
        assertThat(rig.neighbours.told).isEmpty();

        followUp.timeBecomes("2026-12-07T09:00:00Z");

        assertThat(rig.neighbours.told).containsExactly("interim over");
        assertThat(rig.result(followUp.subject)).isEqualTo("expired");
    }

    @Test
    void ends_with_the_suspension_decision_and_its_timer_with_it() {
        followUp.ended();

        assertThat(rig.result(followUp.subject)).isEqualTo("replaced");
        assertThat(rig.timers()).isEmpty();
    }

    @Test
    void a_decision_that_comes_after_its_end_is_refused() {
        followUp.timeBecomes("2026-12-07T09:00:00Z");

        assertThatThrownBy(followUp::ended).isInstanceOf(Refused.class);
    }
}
