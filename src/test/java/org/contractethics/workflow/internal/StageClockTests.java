package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.review.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock of a stage while a question to the account owner is open: due date, reminder and escalation wait for the answer. */
class StageClockTests {

    private static final EngineRig rig = new EngineRig(ProcessNames.CONTRACT_REVIEW, Map.of());

    private final UUID review = UUID.randomUUID();
    private final StageClock clock = new StageClock(
            rig.engine.getManagementService(),
            rig.engine.getTaskService(),
            rig.items,
            rig.items,
            Settings.days(),
            rig.dueDates());

    @AfterAll
    static void stopEngine() {
        rig.close();
    }

    /** The legal stop has five working days: until Monday 30 November. */
    @BeforeEach
    void reachLegalStop() {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        rig.neighbours.told.clear();
        rig.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        ProcessNames.CONTRACT_REVIEW, review.toString(), Map.of(ProcessNames.SUBMITTER, "sofia"));
        rig.engine.getTaskService().complete(rig.items.ofSubject(review).get(0).taskId());
    }

    @AfterEach
    void endReview() {
        rig.clear();
    }

    @Test
    void without_a_question_the_holder_is_reminded_two_working_days_before_and_the_stage_escalates_when_due() {
        jobExecutorAt("2026-11-26T17:00:00Z");
        assertThat(rig.neighbours.told).hasSize(1).first().asString().contains("due soon", "LEGAL_STOP");
        assertThat(rig.neighbours.escalated).isEmpty();

        jobExecutorAt("2026-11-30T17:00:00Z");

        assertThat(rig.neighbours.escalated).hasSize(1);
    }

    @Test
    void nothing_reminds_and_nothing_escalates_while_the_clock_stands_still() {
        clock.stops(review, Stage.LEGAL_STOP, Instant.parse("2026-11-24T10:00:00Z"));

        jobExecutorAt("2026-11-26T17:00:00Z");
        jobExecutorAt("2026-11-30T17:00:00Z");
        jobExecutorAt("2026-12-24T17:00:00Z");

        assertThat(rig.neighbours.told).isEmpty();
        assertThat(rig.neighbours.escalated).isEmpty();
        assertThat(item().stopped()).isTrue();
        assertThat(item().overdue(rig.clock.instant())).isFalse();
    }

    @Test
    void afterwards_due_date_reminder_and_escalation_have_moved_by_the_working_days_it_stood_still() {
        clock.stops(review, Stage.LEGAL_STOP, Instant.parse("2026-11-24T10:00:00Z"));
        jobExecutorAt("2026-11-27T10:00:00Z");
        clock.runsAgain(review, Stage.LEGAL_STOP, Instant.parse("2026-11-27T10:00:00Z"));

        assertThat(item().dueAt()).isEqualTo(Instant.parse("2026-12-03T17:00:00Z"));
        assertThat(item().stoppedDays()).isEqualTo(3);
        assertThat(rig.engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(item().taskId())
                        .singleResult()
                        .getDueDate())
                .isEqualTo(Date.from(Instant.parse("2026-12-03T17:00:00Z")));
        jobExecutorAt("2026-11-30T17:00:00Z");
        assertThat(rig.neighbours.told).isEmpty();
        jobExecutorAt("2026-12-01T17:00:00Z");
        assertThat(rig.neighbours.told).hasSize(1);
        assertThat(rig.neighbours.escalated).isEmpty();
        jobExecutorAt("2026-12-03T17:00:00Z");
        jobExecutorAt("2026-12-04T17:00:00Z");
        assertThat(rig.neighbours.escalated).hasSize(2);
    }

    @Test
    void a_stage_that_was_overdue_already_stays_overdue_and_escalates_at_once() {
        jobExecutorAt("2026-11-30T17:00:00Z");
        clock.stops(review, Stage.LEGAL_STOP, Instant.parse("2026-12-01T10:00:00Z"));
        jobExecutorAt("2026-12-02T18:00:00Z");
        assertThat(rig.neighbours.escalated).hasSize(1);

        clock.runsAgain(review, Stage.LEGAL_STOP, Instant.parse("2026-12-02T18:00:00Z"));
        jobExecutorAt("2026-12-02T18:00:00Z");

        assertThat(item().dueAt()).isEqualTo(Instant.parse("2026-12-01T17:00:00Z"));
        assertThat(rig.neighbours.escalated).hasSize(2);
    }

    @Test
    void a_stage_that_ended_meanwhile_needs_no_clock() {
        clock.stops(review, Stage.LEGAL_STOP, rig.clock.instant());
        rig.engine.getTaskService().complete(item().taskId(), Map.of("legalResult", "STOP"));

        clock.runsAgain(review, Stage.LEGAL_STOP, rig.clock.instant());

        assertThat(rig.result(review)).isEqualTo("stopped");
    }

    @Test
    void days_for_which_it_stood_still_are_no_days_used() {
        TimeUsed used =
                new TimeUsed(Settings.usual()::workingDays, Settings.days(), new DayWords(Settings.usual()), rig.clock);
        clock.stops(review, Stage.LEGAL_STOP, Instant.parse("2026-11-24T10:00:00Z"));
        rig.timeBecomes(Instant.parse("2026-11-26T10:00:00Z"));
        assertThat(used.ofTask(item()))
                .isEqualTo(
                        "1 of 5 working days used; clock stopped since 24 Nov 2026 by a question to the account owner");

        clock.runsAgain(review, Stage.LEGAL_STOP, Instant.parse("2026-11-27T10:00:00Z"));
        rig.timeBecomes(Instant.parse("2026-11-30T10:00:00Z"));

        assertThat(used.ofTask(item())).isEqualTo("2 of 5 working days used; clock stood still for 3 working days");
    }

    /** What the engine would run by itself: timers that are due and not suspended. */
    private static void jobExecutorAt(String time) {
        Instant then = Instant.parse(time);
        rig.clock.set(then);
        ClockUtil.setCurrentTime(Date.from(then));
        for (Job job : rig.engine
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey(ProcessNames.CONTRACT_REVIEW)
                .timers()
                .active()
                .duedateLowerThan(Date.from(then.plusSeconds(1)))
                .list()) {
            rig.engine.getManagementService().executeJob(job.getId());
        }
    }

    private InboxItem item() {
        return rig.items.ofSubject(review).get(1);
    }
}
