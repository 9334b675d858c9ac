package org.contractethics.workflow.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.DeltaReviews;
import org.contractethics.review.Reviews.ReviewSummary;
import org.contractethics.review.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a review stands: the steps in words, and the marks for the diagram. */
@Service
public class CasePosition {

    private final InboxItems items;
    private final CaseMarks marks;
    private final ManagementService management;
    private final PeopleDirectory people;
    private final ReviewPath path;
    private final DeltaReviews deltas;
    private final DayWords words;
    private final TimeUsed used;
    private final Clock clock;

    CasePosition(
            InboxItems items,
            CaseMarks marks,
            ManagementService management,
            PeopleDirectory people,
            ReviewPath path,
            DeltaReviews deltas,
            DayWords words,
            TimeUsed used,
            Clock clock) {
        this.items = items;
        this.marks = marks;
        this.management = management;
        this.people = people;
        this.path = path;
        this.deltas = deltas;
        this.words = words;
        this.used = used;
        this.clock = clock;
    }

    /** How far a step is. */
    public enum State {
        DONE("Done"),
        CURRENT("Current"),
        AHEAD("Not started"),
        /** In a delta review: the result of the review before it counts, by citation. */
        CARRIED("Carried over"),
        /** Of a flow of the diagram; no step is in this state. */
        PASSED("Passed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param code of the stage, for example "S4"
     * @param who a name, "Unclaimed" or "Whole panel"; null for steps ahead
     * @param when what happened or is due, in words; null where there is nothing to say
     * @param late by how much a current step is overdue, for example "Overdue by 2 days"; null where it is not
     * @param used how much of its time, for example "2 of 5 working days used"; null where it has no due date
     */
    public record Step(
            String code,
            String label,
            State state,
            @Nullable String who,
            @Nullable String when,
            @Nullable String late,
            @Nullable String used) {}

    /** How one element of the diagram is shown; the badge says the same in words. */
    public record Mark(State state, @Nullable String badge, boolean overdue) {}

    /**
     * @param definition id of the version of the model this review runs by
     * @param modelVersion number of that version, as shown to people
     * @param marks by id of the element
     * @param time how much of the time for the whole review is used, in words
     */
    public record Position(
            String definition, int modelVersion, List<Step> steps, Map<String, Mark> marks, String time) {}

    /** Empty where no process was ever started for the review. */
    @Transactional(readOnly = true)
    public Optional<Position> of(ReviewSummary review) {
        return marks.process(review.id()).map(process -> position(process, review));
    }

    private Position position(HistoricProcessInstance process, ReviewSummary review) {
        List<InboxItem> tasks = items.ofSubject(review.id().value());
        List<Step> steps = new ArrayList<>();
        tasks.forEach(task -> steps.add(step(task)));
        Set<Stage> carried = deltas.carriedOver(review.id());
        carried.stream()
                .sorted()
                .forEach(stage ->
                        steps.add(new Step(stage.code(), stage.label(), State.CARRIED, null, null, null, null)));
        if (process.getEndTime() == null) {
            lastStage(tasks)
                    .ifPresentOrElse(
                            open -> path.ahead(open, review.tier()).stream()
                                    .filter(stage -> !carried.contains(stage))
                                    .forEach(stage -> steps.add(ahead(stage))),
                            () -> waiting(process).ifPresent(steps::add));
        }
        return new Position(
                process.getProcessDefinitionId(),
                process.getProcessDefinitionVersion(),
                steps,
                marks.of(process, tasks),
                used.ofReview(tasks, review));
    }

    private static Optional<Stage> lastStage(List<InboxItem> tasks) {
        return tasks.stream()
                .filter(task -> !task.done())
                .map(task -> ProcessNames.stage(task.taskKey()))
                .reduce((first, second) -> second);
    }

    private Step step(InboxItem task) {
        Stage stage = ProcessNames.stage(task.taskKey());
        Instant done = task.completedAt();
        Instant due = task.dueAt();
        boolean late = task.overdue(clock.instant());
        String distance = due == null ? null : words.distance(due, clock.instant());
        String when = due == null ? null : "due " + words.day(due) + (late || task.stopped() ? "" : ", " + distance);
        return new Step(
                stage.code(),
                stage.label(),
                done == null ? State.CURRENT : State.DONE,
                who(task),
                done == null ? when : words.day(done),
                late ? distance : null,
                used.ofTask(task));
    }

    private static Step ahead(Stage stage) {
        return new Step(stage.code(), stage.label(), State.AHEAD, null, null, null, null);
    }

    /** Nobody has anything to do while a rejection may still be appealed. */
    private Optional<Step> waiting(HistoricProcessInstance process) {
        return management.createJobQuery().processInstanceId(process.getId()).timers().list().stream()
                .map(Job::getDuedate)
                .min(Date::compareTo)
                .map(end -> new Step(
                        Stage.APPEAL.code(),
                        "The rejection may be appealed",
                        State.CURRENT,
                        null,
                        "until the end of " + words.day(end.toInstant().minusSeconds(1)),
                        null,
                        null));
    }

    private String who(InboxItem task) {
        if (task.shared()) {
            return "Whole panel";
        }
        String person = task.done() ? task.completedBy() : task.assignee();
        if (person == null) {
            return task.done() ? "Ended by the process" : "Unclaimed";
        }
        return people.displayName(person);
    }
}
