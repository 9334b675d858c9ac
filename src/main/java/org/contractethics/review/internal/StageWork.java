package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.Participation.Standing;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The frame of every stage: who may work on it is checked at the begin, and what was done is told at the end. */
@Component
public class StageWork {

    private final ReviewCases reviews;
    private final StageResults results;
    private final Participation participation;
    private final StageTasks tasks;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StageWork(
            ReviewCases reviews,
            StageResults results,
            Participation participation,
            StageTasks tasks,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.results = results;
        this.participation = participation;
        this.tasks = tasks;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** A stage somebody works on now. */
    public record Open(ReviewCase review, Contract contract, StageTask task, Actor actor, Instant now) {

        ReviewId id() {
            return review.id();
        }

        /** Whose task it is, where a delegate does it; null where the actor holds it. */
        public @Nullable String onBehalfOf() {
            String holder = task.assignee();
            return holder == null || holder.equals(actor.username()) ? null : holder;
        }
    }

    /**
     * Checks everything that could speak against it; holds the review until the end of the transaction, and the task with it. The task of
     * a vote is not held: the votes of the reviewers end with the last of them, who holds the round and not the review. Nor is its task
     * anybody's, so that roles taken away since are asked for here and not when the task is completed.
     */
    public Open begin(ReviewId id, Stage stage, Actor actor) {
        if (stage.shared()) {
            Actor voter = participation.asOfNow(actor);
            reviews.hold(id);
            return open(participation.standing(id, stage, voter), stage, voter);
        }
        reviews.hold(id);
        return open(participation.standing(id, stage, actor), stage, actor, () -> tasks.hold(id, stage));
    }

    /** The same checks for a page that only shows the form. */
    public Open look(ReviewId id, Stage stage, Actor actor) {
        return open(participation.standing(id, stage, actor), stage, actor);
    }

    /** The stage for a page that only shows what somebody typed: nothing is checked, and nothing can be done with it. */
    public Open past(ReviewId id, Stage stage, Actor actor) {
        ReviewCase review = reviews.get(id);
        Instant now = clock.instant();
        return new Open(review, contracts.get(review.contract()), new StageTask(stage, null, now, null), actor, now);
    }

    /** Without holding the review: voters do not wait for each other. */
    Open open(Standing standing, Stage stage, Actor actor) {
        return open(standing, stage, actor, () -> tasks.open(standing.review().id(), stage));
    }

    private Open open(Standing standing, Stage stage, Actor actor, Supplier<Optional<StageTask>> opened) {
        ReviewCase review = standing.review();
        refuseObjections(standing.objections());
        StageTask task = opened.get().orElseThrow(() -> notOpen(review, stage));
        if (!stage.shared() && !participation.mayDoFor(actor.username(), task.assignee())) {
            throw Refused.conflict(
                    task.assignee() == null
                            ? "Nobody has claimed this task yet. Claim it under \"Work to do\" on the page of the contract, then work on it."
                            : "Somebody else has claimed this task.");
        }
        if (!standing.declared()) {
            throw new UndeclaredInterests(review.id(), stage);
        }
        return new Open(review, contracts.get(review.contract()), task, actor, clock.instant());
    }

    /** A stage is about to be finished: what belongs to it and is still open ends before it. */
    public record StageEnds(ReviewId review, String actor) {}

    /** @param variables what the process branches on */
    void finish(Open work, StageForm form, Map<String, String> variables) {
        finish(work, form, variables, () -> {});
    }

    /** @param before what has to be there when the process moves on, and rests on the result of the stage */
    void finish(Open work, StageForm form, Map<String, String> variables, Runnable before) {
        ReviewCase review = work.review();
        String actor = work.actor().username();
        StageTask task = work.task().stopped() ? running(work, form.stage()) : work.task();
        results.add(new StageResult(
                review.id(),
                review.pass(),
                form.stage(),
                actor,
                work.onBehalfOf(),
                task.createdAt(),
                task.dueAt(),
                work.now(),
                form));
        events.publishEvent(completed(work, task, form.stage(), variables));
        before.run();
        events.publishEvent(new StageCompleted(review.id(), form.stage(), actor, variables, work.now()));
        List<Stage> next =
                tasks.opened(review.id()).stream().map(StageTask::stage).toList();
        notices.stageCompleted(review, work.contract(), next);
    }

    /** The clock of a task stands still while a question is open. It ends with the stage, and the due date moves by the time it took. */
    private StageTask running(Open work, Stage stage) {
        events.publishEvent(new StageEnds(work.id(), work.actor().username()));
        return tasks.open(work.id(), stage).orElse(work.task());
    }

    private static Facts.Recorded completed(Open work, StageTask task, Stage stage, Map<String, String> variables) {
        return Facts.of("reviewId", work.id())
                .and("stage", stage.name())
                .and("stageCode", stage.code())
                .and("onBehalfOf", work.onBehalfOf())
                .and("outcome", variables.values().stream().findFirst().orElse(null))
                .and("startedAt", task.createdAt())
                .and("dueAt", task.dueAt())
                .hours("hours", task.createdAt(), work.now())
                .and("stoppedWorkingDays", task.stoppedDays() == 0 ? null : task.stoppedDays())
                .recorded(
                        "stage-completed",
                        work.review().contract(),
                        work.actor().username(),
                        work.now());
    }

    /** Whether the procedure by which this review runs takes a decision that is changed on appeal. */
    boolean takesChanges(ReviewId id) {
        return tasks.takesChanges(id);
    }

    /** Whether the procedure by which this review runs ends where a delta review follows. */
    boolean endsOnLapse(ReviewId id) {
        return tasks.endsOnLapse(id);
    }

    void publish(Object event) {
        events.publishEvent(event);
    }

    private Refused notOpen(ReviewCase review, Stage stage) {
        boolean done = results.of(review.id()).stream()
                .anyMatch(result -> result.stage() == stage && result.pass() == review.pass());
        if (done) {
            return Refused.conflict("This task is not open: somebody finished it already.");
        }
        return Refused.conflict(
                reviews.lapsed(review.id())
                        .filter(reason -> stage == Stage.SIGNATURE_GATE)
                        .map(reason -> "The approval lapsed, so nothing can be signed on it (H8). " + reason)
                        .orElse(
                                "This task is not open: the review has not come to it yet, and no stage before it is passed by waiting (H9)."));
    }

    private static void refuseObjections(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
    }
}
