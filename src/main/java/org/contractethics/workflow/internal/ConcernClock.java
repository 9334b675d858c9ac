package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.contractethics.concern.Concerns.ConcernRoutedAnew;
import org.contractethics.shared.ConcernId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves due dates and timers of a concern whose days came nearer, in the transaction of whoever published the event. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConcernClock {

    private final ManagementService engine;
    private final TaskService tasks;
    private final InboxItems items;
    private final StoppedClocks clocks;
    private final DueDates dueDates;
    private final Clock clock;

    ConcernClock(
            ManagementService engine,
            TaskService tasks,
            InboxItems items,
            StoppedClocks clocks,
            DueDates dueDates,
            Clock clock) {
        this.engine = engine;
        this.tasks = tasks;
        this.items = items;
        this.clocks = clocks;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @EventListener
    void moves(ConcernRoutedAnew routed) {
        for (String taskKey : List.of(ProcessNames.ACKNOWLEDGE, ProcessNames.ANSWER)) {
            items.lockOpen(routed.concern().value(), taskKey)
                    .ifPresent(item -> move(routed.concern(), taskKey, item.taskId()));
        }
    }

    private void move(ConcernId concern, String taskKey, String taskId) {
        Instant due = dueDates.concernDue(concern, taskKey);
        clocks.running(taskId, due, 0);
        EngineConflicts.refusing(() -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
            moveTimer(task, taskKey + "-overdue", due);
            moveTimer(task, taskKey, dueDates.concernReminder(concern, taskKey));
        });
    }

    /** To now where the moment is over already. */
    private void moveTimer(Task task, String activity, Instant to) {
        Instant now = clock.instant();
        engine.createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId(activity)
                .timers()
                .list()
                .forEach(job -> engine.setJobDuedate(job.getId(), Date.from(to.isAfter(now) ? to : now)));
    }
}
