package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that began while a report still stopped the clock of the suspension, moved to the model of today. */
class MovingConditionsTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONDITION_FOLLOW_UP, Map.of());
    private static final String OLDER = older();

    private final UUID condition = UUID.randomUUID();

    private static String older() {
        String name = ProcessNames.CONDITION_FOLLOW_UP;
        String older = rig.deploy(name, "/workflow/condition-follow-up-with-the-clock-on-one-task.bpmn");
        rig.deploy(name, "/bpmn/condition-follow-up.bpmn");
        return older;
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @BeforeEach
    void begins() {
        rig.clear();
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meet-condition", "confirm-condition"})
    void whichever_task_is_open_the_clock_runs_and_runs_once(String task) {
        move(standsAt(task));
        rig.timeBecomes(Instant.parse("2026-12-15T17:00:00Z"));

        assertThat(rig.neighbours.told).containsExactly("long overdue");
        assertThat(rig.openTasks(condition)).containsExactly(task);
    }

    @Test
    void the_ten_days_do_not_begin_anew_where_they_are_over() {
        rig.timeBecomes(Instant.parse("2027-01-11T09:00:00Z"));
        move(standsAt("confirm-condition"));

        rig.timeBecomes(Instant.parse("2027-01-12T09:00:00Z"));

        assertThat(rig.neighbours.told).containsExactly("long overdue");
    }

    @Test
    void nothing_of_the_older_model_stays_behind() {
        move(standsAt("meet-condition"));

        assertThat(rig.timers()).extracting(Job::getProcessDefinitionId).doesNotContain(OLDER);
        assertThat(rig.timers())
                .filteredOn(timer -> timer.getDuedate().toInstant().equals(Instant.parse("2026-12-15T17:00:00Z")))
                .hasSize(1);
    }

    private ProcessInstance standsAt(String task) {
        return rig.engine
                .getRuntimeService()
                .createProcessInstanceById(OLDER)
                .businessKey(condition.toString())
                .setVariables(Map.of(
                        "contractId", UUID.randomUUID().toString(),
                        "tier", "T3",
                        "owner", "paul",
                        "dueAt", "2026-12-01T17:00:00Z",
                        "suspendAt", "2026-12-15T17:00:00Z"))
                .startBeforeActivity(task)
                .execute();
    }

    /** As the product moves a case: every place with the same id and kind is kept. */
    private static void move(ProcessInstance process) {
        String newest = rig.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ProcessNames.CONDITION_FOLLOW_UP)
                .latestVersion()
                .singleResult()
                .getId();
        MigrationPlan plan = rig.engine
                .getRuntimeService()
                .createMigrationPlan(OLDER, newest)
                .mapEqualActivities()
                .build();
        rig.engine
                .getRuntimeService()
                .newMigration(plan)
                .processInstanceIds(process.getId())
                .execute();
    }
}
