package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;

/** Answers from the work list, which is as current as the engine because it changes in the same transaction. */
@Component
class ProjectedStageTasks implements StageTasks {

    private final InboxItems items;

    ProjectedStageTasks(InboxItems items) {
        this.items = items;
    }

    @Override
    public Optional<StageTask> open(ReviewId review, Stage stage) {
        return open(review).stream().filter(task -> task.stage() == stage).findFirst();
    }

    @Override
    public List<StageTask> open(ReviewId review) {
        return items.ofSubject(review.value()).stream()
                .filter(item -> !item.done())
                .map(item -> new StageTask(
                        ProcessNames.stage(item.taskKey()),
                        item.assignee(),
                        item.createdAt(),
                        item.dueAt(),
                        item.stoppedDays()))
                .toList();
    }
}
