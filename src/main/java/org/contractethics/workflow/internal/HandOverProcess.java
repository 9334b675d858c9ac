package org.contractethics.workflow.internal;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.contract.ContractHandedOver;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.Stage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A contract has another account owner: what waits for the one waits for the other, in the transaction of whoever handed it over. The
 * new owner is offered nothing else of its cases any more, as the earlier one was and is not (H1).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandOverProcess {

    private static final Set<String> OF_OWNERS =
            Set.of(Stage.CLARIFICATION.taskKey(), ProcessNames.ANSWER_QUESTION, FollowUpStep.MEET_CONDITION.taskKey());

    /** Facts by which a process knows the account owner: who answers, and who meets a condition. */
    private static final Set<String> NAMING_OWNERS = Set.of(ProcessNames.SUBMITTER, "owner");

    private final RuntimeService processes;
    private final TaskService tasks;
    private final InboxItems items;
    private final Eligibility eligibility;
    private final ApplicationEventPublisher events;

    HandOverProcess(
            RuntimeService processes,
            TaskService tasks,
            InboxItems items,
            Eligibility eligibility,
            ApplicationEventPublisher events) {
        this.processes = processes;
        this.tasks = tasks;
        this.items = items;
        this.eligibility = eligibility;
        this.events = events;
    }

    @EventListener
    void goesOver(ContractHandedOver change) {
        for (InboxItem item : items.openReviewsOf(change.contract())) {
            items.exclude(item.subject(), change.owner());
            EngineConflicts.refusing(() -> {
                renames(item, change);
                reassigns(item, change);
            });
        }
    }

    /** What the process asks of its owner later on. */
    private void renames(InboxItem item, ContractHandedOver change) {
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(item.subject().toString())
                .list()
                .forEach(process -> processes.getVariables(process.getId(), NAMING_OWNERS).entrySet().stream()
                        .filter(known -> change.previousOwner().equals(known.getValue()))
                        .forEach(known -> processes.setVariable(process.getId(), known.getKey(), change.owner())));
    }

    private void reassigns(InboxItem item, ContractHandedOver change) {
        boolean ofOwner = OF_OWNERS.contains(item.taskKey());
        if (ofOwner && change.previousOwner().equals(item.assignee())) {
            tasks.setAssignee(item.taskId(), change.owner());
        } else if (!ofOwner && change.owner().equals(item.assignee())) {
            tasks.setAssignee(item.taskId(), null);
            events.publishEvent(TaskMoved.returned(item, change.owner(), change.occurredAt())
                    .becauseOf(eligibility.concernOf(item)));
        }
    }
}
