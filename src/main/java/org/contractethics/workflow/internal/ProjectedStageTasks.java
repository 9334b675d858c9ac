package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;

/** Answers from the work list, which is as current as the engine because it changes in the same transaction. */
@Component
class ProjectedStageTasks implements StageTasks {

    private final InboxItems items;
    private final HeldItems held;
    private final ReviewVersions versions;
    private final Clock clock;

    ProjectedStageTasks(InboxItems items, ReviewVersions versions, Clock clock) {
        this.items = items;
        this.held = new HeldItems(items);
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public Optional<StageTask> open(ReviewId review, Stage stage) {
        return open(review).stream().filter(task -> task.stage() == stage).findFirst();
    }

    @Override
    public Optional<StageTask> hold(ReviewId review, Stage stage) {
        return held.open(review.value(), stage.taskKey()).map(ProjectedStageTasks::task);
    }

    @Override
    public List<StageTask> open(ReviewId review) {
        return items.ofSubject(review.value()).stream()
                .filter(item -> !item.done())
                .map(ProjectedStageTasks::task)
                .toList();
    }

    @Override
    public List<StageTask> opened(ReviewId review) {
        return HeldItems.opened(review.value()).stream()
                .map(ProjectedStageTasks::task)
                .toList();
    }

    private static StageTask task(InboxItem item) {
        return new StageTask(
                ProcessNames.stage(item.taskKey()),
                item.assignee(),
                item.createdAt(),
                item.dueAt(),
                item.stoppedDays(),
                item.stopped());
    }

    /** The way of an appealed approval came with the change on appeal. */
    @Override
    public boolean takesChanges(ReviewId review) {
        return versions.know(review.value(), ProcessNames.GATE_APPEALED);
    }

    @Override
    public boolean endsOnLapse(ReviewId review) {
        return versions.know(review.value(), ProcessNames.GATE_LAPSED);
    }

    @Override
    public boolean beginsAnew(ReviewId review) {
        return versions.know(review.value(), ProcessNames.REOPENED_CHOICE);
    }

    @Override
    public boolean answerOverdue(UUID question) {
        Instant now = clock.instant();
        return items.ofSubject(question).stream().anyMatch(item -> item.overdue(now));
    }
}
