package org.contractethics.workflow.internal;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a task on, and giving it back. Both are recorded. */
@Service
public class ClaimingTasks {

    private final InboxItems items;
    private final Eligibility eligibility;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimingTasks(
            InboxItems items,
            Eligibility eligibility,
            TaskService tasks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.eligibility = eligibility;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the actor the one who does this task. Refuses where the rules object (H1, H2), where somebody holds it
     * already, and where it is done or open to all at once.
     *
     * @return the task, for the way on to where it is done
     */
    @Transactional
    public InboxItem claim(String taskId, Actor actor) {
        InboxItem item = openItem(taskId, actor);
        if (item.shared()) {
            throw Refused.invalid("This step is open to the whole panel at once; it needs no claim.");
        }
        List<String> objections = eligibility.objections(item, actor);
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
        if (item.assignee() != null) {
            throw Refused.conflict(
                    item.assignee().equals(actor.username())
                            ? "You have claimed this task already."
                            : "Somebody else has claimed this task already.");
        }
        EngineConflicts.refusing(() -> tasks.claim(taskId, actor.username()));
        events.publishEvent(TaskMoved.claimed(item, actor.username(), clock.instant()));
        return item;
    }

    /** Puts the task back for others of the group. Refuses where the actor does not hold it. */
    @Transactional
    public InboxItem giveBack(String taskId, Actor actor) {
        InboxItem item = openItem(taskId, actor);
        if (!actor.username().equals(item.assignee())) {
            throw Refused.notAllowed("You can only return a task that you hold.");
        }
        EngineConflicts.refusing(() -> tasks.setAssignee(taskId, null));
        events.publishEvent(TaskMoved.returned(item, actor.username(), clock.instant()));
        return item;
    }

    private InboxItem openItem(String taskId, Actor actor) {
        InboxItem item = items.lock(taskId)
                .filter(found -> eligibility.mayKnow(found, actor))
                .orElseThrow(() -> Refused.notFound("There is no such task."));
        if (item.done()) {
            throw Refused.conflict(EngineConflicts.FINISHED);
        }
        return item;
    }
}
