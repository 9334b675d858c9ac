package org.contractethics.review.internal.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUpTasks;
import org.contractethics.review.FollowUpTasks.FollowUpTask;
import org.contractethics.review.FollowUps.FollowUpStepDone;
import org.contractethics.review.internal.Facts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The frame of every step after a signature: who may work on it is checked first, and what was done is told at the end. */
@Component
class FollowUpWork {

    private final FollowUpObjections objections;
    private final FollowUpTasks tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUpWork(FollowUpObjections objections, FollowUpTasks tasks, ApplicationEventPublisher events, Clock clock) {
        this.objections = objections;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /** A step somebody works on now. */
    record Open(UUID subject, ContractId contract, FollowUpTask task, Actor actor, Instant now) {}

    /** Refuses whoever the rules bar, and whoever does not hold the task. */
    Open begin(UUID subject, ContractId contract, FollowUpStep step, Actor actor) {
        demand(subject, step, actor);
        FollowUpTask task = tasks.open(subject)
                .filter(open -> open.step() == step)
                .orElseThrow(() -> Refused.conflict(
                        "This task is not open: somebody finished it already, or it has not come to it yet."));
        if (!actor.username().equals(task.assignee())) {
            throw Refused.conflict(
                    task.assignee() == null
                            ? "Claim this task before you work on it."
                            : "Somebody else holds this task.");
        }
        return new Open(subject, contract, task, actor, clock.instant());
    }

    /** Refuses whoever the rules bar. */
    void demand(UUID subject, FollowUpStep step, Actor actor) {
        Separation.refuse(objections.against(subject, step, actor));
    }

    /**
     * @param kind what the record calls it
     * @param facts for the record, besides the id
     * @param branch what the process branches on
     */
    void finish(Open open, String kind, Facts facts, Map<String, String> branch) {
        record(kind, facts, open.contract(), open.actor().username(), open.now());
        events.publishEvent(new FollowUpStepDone(
                open.subject(), open.task().step(), open.actor().username(), branch, open.now()));
    }

    void record(String kind, Facts facts, ContractId contract, String actor, Instant at) {
        events.publishEvent(facts.recorded(kind, contract, actor, at));
    }

    void publish(Object event) {
        events.publishEvent(event);
    }

    Instant now() {
        return clock.instant();
    }
}
