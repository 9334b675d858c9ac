package org.contractethics.workflow.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.FollowUps.FollowUpEnded;
import org.contractethics.review.FollowUps.FollowUpStepDone;
import org.contractethics.shared.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the processes that follow a signature, in the transaction of whoever published the event. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowUpProcess {

    /** The few small facts that the models read; nothing else of what people wrote reaches the engine. */
    private static final Set<String> KNOWN = Set.of(
            "owner",
            "dueAt",
            "suspendAt",
            "endsAt",
            "nextAt",
            "urgent",
            "carryOutBy",
            "conditionResult",
            "confirmed",
            "suspensionOutcome",
            "reReviewResult",
            "sampleComparison");

    private static final String OLDER =
            "A suspension review of this contract runs by a version of the procedure that cannot end here."
                    + " The panel chair can move it to the newest version; then this can be decided.";

    private final RuntimeService processes;
    private final TaskService tasks;
    private final InboxItems items;
    private final Eligibility eligibility;

    FollowUpProcess(RuntimeService processes, TaskService tasks, InboxItems items, Eligibility eligibility) {
        this.processes = processes;
        this.tasks = tasks;
        this.items = items;
        this.eligibility = eligibility;
    }

    @EventListener
    void starts(FollowUpBegan began) {
        began.excluded().forEach(person -> items.exclude(began.subject(), person));
        Map<String, Object> variables = known(began.facts());
        variables.put(ProcessNames.CONTRACT_ID, began.contract().toString());
        if (began.tier() != null) {
            variables.put(ProcessNames.TIER, began.tier());
        }
        processes.startProcessInstanceByKey(
                ProcessNames.process(began.followUp()), began.subject().toString(), variables);
    }

    @EventListener
    void movesOn(FollowUpStepDone done) {
        InboxItem item = items.lockOpen(done.subject(), done.step().taskKey())
                .orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
        demandHolder(item, done.actor());
        EngineConflicts.refusing(() -> tasks.complete(item.taskId(), known(done.facts())));
    }

    /**
     * Ends a process from outside; where it ended by itself in this instant, the later one gives way. A suspension review is closed by
     * people only, who hold the contract; where it does not end, it began under a version without this way.
     */
    @EventListener
    void ends(FollowUpEnded ended) {
        try {
            EngineConflicts.refusing(() -> processes
                    .createMessageCorrelation(ProcessNames.endMessage(ended.followUp()))
                    .processInstanceBusinessKey(ended.subject().toString())
                    .correlate());
        } catch (MismatchingMessageCorrelationException late) {
            throw Refused.conflict(ended.followUp() == FollowUp.SUSPENSION ? OLDER : EngineConflicts.FINISHED);
        }
    }

    /** Roles and duties change between claim and completion, so both are asked again (H1). */
    private void demandHolder(InboxItem item, String actor) {
        if (!actor.equals(item.assignee())) {
            throw Refused.conflict("You do not hold this task any more. Nothing of yours was saved.");
        }
        List<String> objections = eligibility.objections(item, eligibility.atCompletion(actor));
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
    }

    private static Map<String, Object> known(Map<String, String> facts) {
        if (!KNOWN.containsAll(facts.keySet())) {
            throw new IllegalArgumentException("the models do not know all of " + facts.keySet());
        }
        return new HashMap<>(facts);
    }
}
