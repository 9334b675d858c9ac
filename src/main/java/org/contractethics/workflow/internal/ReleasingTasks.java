package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * H1: who lost the role that a task asks for, or their account, holds it no longer. It goes back to the group, who are told, without
 * anybody having to notice. What is one person's by name, as the answer of the account owner is, stays with them; a condition does not stay
 * with an owner who left or observes only, and does not come back to them (H10).
 */
@Component
class ReleasingTasks implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasingTasks.class);
    private static final Set<Subject> BY_NAME = Set.of(Subject.QUESTION, Subject.POLICY);

    private final InboxItems items;
    private final Eligibility eligibility;
    private final TaskService tasks;
    private final ConditionOwners owners;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReleasingTasks(
            InboxItems items,
            Eligibility eligibility,
            TaskService tasks,
            ConditionOwners owners,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.items = items;
        this.eligibility = eligibility;
        this.tasks = tasks;
        this.owners = owners;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        List<InboxItem> held =
                items.heldInReviews().stream().filter(item -> !byName(item)).toList();
        held.stream().filter(this::lost).forEach(this::releaseAlone);
    }

    private static boolean byName(InboxItem item) {
        return BY_NAME.contains(item.kind())
                || (item.kind() == Subject.REVIEW && item.taskKey().equals(Stage.CLARIFICATION.taskKey()));
    }

    /** Of a condition its owner needs no role: the rules alone say whether they may meet it. */
    private static boolean ofOwner(InboxItem item) {
        return item.taskKey().equals(FollowUpStep.MEET_CONDITION.taskKey());
    }

    /** Whether its holder has none of its roles, and no rule lets them do it all the same, as somebody who acts for a barred chair. */
    private boolean lost(InboxItem item) {
        try {
            Actor holder = eligibility.asOfNow(Objects.requireNonNull(item.assignee()));
            return (ofOwner(item) || item.roles().stream().noneMatch(holder::has))
                    && !eligibility.objections(item, holder).isEmpty();
        } catch (PeopleUnavailable unknown) {
            return false;
        }
    }

    /** One that fails is tried again the next time, and keeps none of the others from being released. */
    private void releaseAlone(InboxItem item) {
        try {
            transaction.executeWithoutResult(status -> items.lock(item.taskId())
                    .filter(now -> !now.done() && Objects.equals(now.assignee(), item.assignee()))
                    .ifPresent(this::release));
        } catch (RuntimeException failed) {
            LOG.error("a task of somebody who lost their role was not released task={}", item.taskId(), failed);
        }
    }

    private void release(InboxItem item) {
        Instant now = clock.instant();
        String holder = Objects.requireNonNull(item.assignee());
        EngineConflicts.refusing(() -> tasks.setAssignee(item.taskId(), null));
        if (ofOwner(item)) {
            owners.ownsNothing(item, holder);
        }
        events.publishEvent(
                TaskMoved.takenBack(item, Actor.SYSTEM.username(), ForcedReturns.Ground.HOLDER_NOT_ELIGIBLE, now)
                        .becauseOf(eligibility.concernOf(item)));
        Set<Role> told = new HashSet<>(item.roles());
        if (ofOwner(item)) {
            told.add(Role.PANEL_CHAIR);
        }
        events.publishEvent(Notice.toRoles(
                        told,
                        "A task waits for somebody to take it on",
                        ofOwner(item)
                                ? "It is a condition. Who held it cannot meet it any more (H10)."
                                : "Who held it does not hold a role for it any more (H1).",
                        "/inbox")
                .exceptFor(Set.of(holder)));
    }
}
