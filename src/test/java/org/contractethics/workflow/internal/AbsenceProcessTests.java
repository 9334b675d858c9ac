package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.contractethics.review.Delegations.AbsenceBegun;
import org.contractethics.review.Delegations.AbsenceDeclared;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The only way through {@code absence.bpmn}. */
class AbsenceProcessTests {

    private static final Days DAYS = new Days();
    private static final EngineRig rig = new EngineRig(ProcessNames.ABSENCE, Map.of("absenceDays", DAYS));

    @AfterAll
    static void everyNodeAndFlowWasPassed() {
        try (EngineRig finished = rig) {
            assertThat(finished.leftOut()).as("never passed in these tests").isEmpty();
        }
    }

    @Test
    void waits_for_the_first_day_and_says_that_it_has_come() {
        UUID absence = UUID.randomUUID();
        Instant firstDay = EngineRig.MONDAY_MORNING.plus(Duration.ofDays(3));
        List<Object> published = new ArrayList<>();
        AbsenceProcess process =
                new AbsenceProcess(new Late<>(rig.engine.getRuntimeService()), published::add, rig.clock);
        DAYS.real = process;

        process.waits(new AbsenceDeclared(absence, "dana", firstDay));
        rig.timeBecomes(firstDay.minusSeconds(1));
        assertThat(published).isEmpty();
        assertThat(rig.ended(absence)).isFalse();
        rig.timeBecomes(firstDay);

        assertThat(published).containsExactly(new AbsenceBegun(absence, firstDay));
        assertThat(rig.result(absence)).isEqualTo("seats-filled");
    }

    /** The bean of the model; the engine has to be there before what it calls. Public because its expressions call it. */
    public static final class Days {

        private @Nullable AbsenceProcess real;

        public Date firstDay(DelegateExecution execution) {
            return Objects.requireNonNull(real).firstDay(execution);
        }

        public void begins(DelegateExecution execution) {
            Objects.requireNonNull(real).begins(execution);
        }
    }
}
