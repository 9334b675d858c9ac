package org.contractethics.workflow.internal;

import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUpTasks;
import org.springframework.stereotype.Component;

/** Answers from the work list, like {@link ProjectedStageTasks}. */
@Component
class ProjectedFollowUpTasks implements FollowUpTasks {

    private final InboxItems items;

    ProjectedFollowUpTasks(InboxItems items) {
        this.items = items;
    }

    @Override
    public Optional<FollowUpTask> open(UUID subject) {
        return items.ofSubject(subject).stream()
                .filter(item -> !item.done())
                .map(item -> new FollowUpTask(
                        item.taskId(),
                        ProcessNames.step(item.taskKey()),
                        item.assignee(),
                        item.createdAt(),
                        item.dueAt()))
                .findFirst();
    }
}
