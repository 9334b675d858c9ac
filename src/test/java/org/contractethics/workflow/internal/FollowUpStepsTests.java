package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.contractethics.calendar.WorkingDays;
import org.junit.jupiter.api.Test;

class FollowUpStepsTests {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private final FollowUpSteps steps = new FollowUpSteps(
            new Late<>(new Neighbours().followUps()),
            new Late<>(new ProjectedFollowUpTasks(new ItemsInMemory())),
            Settings.usual()::workingDays,
            Settings.usual(),
            new DueMoments(WorkingDays.mondayToFriday(LOS_ANGELES), LocalTime.of(18, 0), 2),
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void the_own_day_of_a_step_ends_when_the_day_ends_where_people_work() {
        VariableScope told = variables(Map.of(
                "dueAt", "2026-12-01T17:00:00Z",
                "carryOutBy", "2026-12-04T17:00:00Z",
                "suspendAt", "2026-12-15T17:00:00Z"));

        assertThat(steps.due(told, "meet-condition")).isEqualTo(Instant.parse("2026-12-02T02:00:00Z"));
        assertThat(steps.due(told, "carry-out-exit")).isEqualTo(Instant.parse("2026-12-05T02:00:00Z"));
        assertThat(steps.suspensionReminders(told)).startsWith("R/2026-12-16T02:00:00Z/");
    }

    private static VariableScope variables(Map<String, Object> variables) {
        return (VariableScope) Proxy.newProxyInstance(
                FollowUpStepsTests.class.getClassLoader(),
                new Class<?>[] {VariableScope.class},
                (proxy, method, arguments) -> variables.get(String.valueOf(arguments[0])));
    }
}
