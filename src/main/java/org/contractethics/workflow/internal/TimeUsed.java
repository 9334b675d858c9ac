package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.review.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many working days of a target are used, in words. Days for which the clock stood still are no days used. */
@Component
class TimeUsed {

    private final Targets targets;
    private final DueMoments days;
    private final DayWords words;
    private final Clock clock;

    TimeUsed(Targets targets, DueMoments days, DayWords words, Clock clock) {
        this.targets = targets;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    /** For example "2 of 5 working days used"; null where the task has no due date. */
    @Nullable
    String ofTask(InboxItem task) {
        Instant due = task.dueAt();
        if (due == null) {
            return null;
        }
        int target = days.between(task.createdAt(), due) - task.stoppedDays();
        String said = "%s of %s used".formatted(usedBy(task), count(target));
        Instant stopped = task.stoppedAt();
        if (stopped != null && !task.done()) {
            return said + "; clock stopped since " + words.day(stopped) + " by a question to the account owner";
        }
        return task.stoppedDays() == 0 ? said : said + "; clock stood still for " + count(task.stoppedDays());
    }

    /** For example "12 of 45 working days used from submission to decision, 3 days with the account owner left out". */
    String ofReview(List<InboxItem> tasks, ReviewSummary review) {
        int waited = tasks.stream().mapToInt(this::waited).sum();
        int used = Math.max(days.between(review.openedAt(), until(tasks)) - waited, 0);
        int target = review.tier() == null ? 0 : targets.workingDays(ProcessNames.WHOLE_REVIEW, review.tier());
        String said = target == 0
                ? count(used) + " used since the submission; the target follows from the tier"
                : "%s of %s used from submission to decision".formatted(used, count(target));
        return waited == 0 ? said + "." : said + "; %s with the account owner left out.".formatted(count(waited));
    }

    private int usedBy(InboxItem task) {
        Instant stopped = task.stoppedAt();
        Instant completed = task.completedAt();
        Instant until = completed != null ? completed : stopped != null ? stopped : clock.instant();
        return Math.max(days.between(task.createdAt(), until) - task.stoppedDays(), 0);
    }

    /** Days for which the case waited for the account owner: asked while a stage was open, or at the end of a pass. */
    private int waited(InboxItem task) {
        Instant completed = task.completedAt();
        Instant until = completed == null ? clock.instant() : completed;
        if (task.taskKey().equals(Stage.CLARIFICATION.taskKey())) {
            return days.between(task.createdAt(), until);
        }
        Instant stopped = task.stoppedAt();
        return task.stoppedDays() + (stopped == null ? 0 : days.between(stopped, until));
    }

    /** The decision where nothing before it is open any more; until then it is now. */
    private Instant until(List<InboxItem> tasks) {
        boolean decided = tasks.stream().filter(task -> !task.done()).allMatch(TimeUsed::afterDecision);
        return tasks.stream()
                .filter(task -> decided && task.taskKey().equals(Stage.DECISION.taskKey()))
                .map(InboxItem::completedAt)
                .reduce((first, second) -> second)
                .orElseGet(clock::instant);
    }

    private static boolean afterDecision(InboxItem task) {
        return task.taskKey().equals(Stage.SIGNATURE_GATE.taskKey())
                || task.taskKey().equals(Stage.APPEAL.taskKey());
    }

    private static String count(int days) {
        return days == 1 ? "1 working day" : days + " working days";
    }
}
