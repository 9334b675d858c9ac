package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.contractethics.review.Stage;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Stops the clock of a stage and lets it run again. While it stands still the timers of the engine are suspended, so nothing
 * reminds and nothing escalates; afterwards due date and timers have moved by the working days it stood still.
 */
@Component
class StageClock {

    private final ManagementService engine;
    private final TaskService tasks;
    private final InboxItems items;
    private final StoppedClocks clocks;
    private final DueMoments days;
    private final DueDates dueDates;

    StageClock(
            ManagementService engine,
            TaskService tasks,
            InboxItems items,
            StoppedClocks clocks,
            DueMoments days,
            DueDates dueDates) {
        this.engine = engine;
        this.tasks = tasks;
        this.items = items;
        this.clocks = clocks;
        this.days = days;
        this.dueDates = dueDates;
    }

    void stops(UUID review, Stage stage, Instant at) {
        InboxItem item =
                items.lockOpen(review, stage.taskKey()).orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
        String process = task(item).getProcessInstanceId();
        EngineConflicts.refusing(() ->
                engine.updateJobSuspensionState().byProcessInstanceId(process).suspend());
        clocks.stopped(item.taskId(), at);
        HeldItems.changed(item.taskId());
    }

    /** Does nothing where the task ended meanwhile, and its timers with it. */
    void runsAgain(UUID review, Stage stage, Instant at) {
        items.lockOpen(review, stage.taskKey()).ifPresent(item -> Optional.ofNullable(item.stoppedAt())
                .ifPresent(since -> restart(item, days.between(since, at), at)));
    }

    private void restart(InboxItem item, int stoppedDays, Instant now) {
        Instant due = item.dueAt() == null ? null : days.moved(item.dueAt(), stoppedDays);
        clocks.running(item.taskId(), due, stoppedDays);
        HeldItems.changed(item.taskId());
        Task task = task(item);
        EngineConflicts.refusing(() -> {
            engine.updateJobSuspensionState()
                    .byProcessInstanceId(task.getProcessInstanceId())
                    .activate();
            if (due != null) {
                task.setDueDate(Date.from(due));
                tasks.saveTask(task);
                timer(task, item.taskKey() + "-overdue").ifPresent(job -> move(job, later(due, now)));
                timer(task, item.taskKey())
                        .ifPresent(job -> move(job, dueDates.reminder(due).orElse(later(due, now))));
            }
        });
    }

    private Optional<Job> timer(Task task, String activity) {
        return Optional.ofNullable(engine.createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(activity)
                .timers()
                .singleResult());
    }

    private void move(Job timer, Instant to) {
        engine.setJobDuedate(timer.getId(), Date.from(to));
    }

    private Task task(InboxItem item) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(item.taskId()).singleResult())
                .orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
