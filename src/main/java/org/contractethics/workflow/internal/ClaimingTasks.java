package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a task on, and giving it back. Both are recorded. */
@Service
public class ClaimingTasks {

    private final InboxItems items;
    private final Eligibility eligibility;
    private final ForcedReturns forced;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimingTasks(
            InboxItems items,
            Eligibility eligibility,
            ForcedReturns forced,
            TaskService tasks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.eligibility = eligibility;
        this.forced = forced;
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
        tell(TaskMoved.claimed(item, actor.username(), clock.instant()), item);
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
        tell(TaskMoved.returned(item, actor.username(), clock.instant()), item);
        return item;
    }

    /**
     * Takes the task from its holder for others of the group: only where it is overdue or the holder may not do it any more,
     * and only by those who watch over the case without a part in it (H1, H2, H13).
     */
    @Transactional
    public InboxItem takeBack(String taskId, Actor actor) {
        InboxItem item = openItem(taskId, actor);
        Instant now = clock.instant();
        ForcedReturns.Ground ground = forced.demand(item, actor, now);
        EngineConflicts.refusing(() -> tasks.setAssignee(taskId, null));
        tell(TaskMoved.takenBack(item, actor.username(), ground, now), item);
        events.publishEvent(Notice.toPerson(
                Objects.requireNonNull(item.assignee()),
                "A task was taken back from you",
                "It was overdue, or you may not do it any more. Others of the group can take it on.",
                "/inbox"));
        return item;
    }

    private void tell(TaskMoved moved, InboxItem item) {
        events.publishEvent(moved.becauseOf(eligibility.concernOf(item)));
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
