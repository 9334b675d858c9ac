package org.contractethics.workflow.internal;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.review.Questions.QuestionAsked;
import org.contractethics.review.Questions.QuestionClosed;
import org.contractethics.shared.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the process of a question and stops the clock of its stage, in the transaction of whoever asked or answered. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuestionProcess {

    private final RuntimeService processes;
    private final TaskService tasks;
    private final InboxItems items;
    private final StageClock clock;

    QuestionProcess(RuntimeService processes, TaskService tasks, InboxItems items, StageClock clock) {
        this.processes = processes;
        this.tasks = tasks;
        this.items = items;
        this.clock = clock;
    }

    @EventListener
    void starts(QuestionAsked asked) {
        clock.stops(asked.review().value(), asked.stage(), asked.at());
        // The account owner is offered the answer and nothing else of the case; see the statement of the inbox.
        items.exclude(asked.question(), asked.accountOwner());
        Map<String, Object> variables = new HashMap<>();
        variables.put(ProcessNames.CONTRACT_ID, asked.contract().toString());
        variables.put(ProcessNames.SUBMITTER, asked.accountOwner());
        if (asked.tier() != null) {
            variables.put(ProcessNames.TIER, asked.tier());
        }
        processes.startProcessInstanceByKey(
                ProcessNames.STAGE_QUESTION, asked.question().toString(), variables);
    }

    /** Withdrawn or ended with its stage, the task goes without having been anybody's work. */
    @EventListener
    void ends(QuestionClosed closed) {
        InboxItem item = items.lockOpen(closed.question(), ProcessNames.ANSWER_QUESTION)
                .orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
        EngineConflicts.refusing(() -> {
            tasks.setAssignee(item.taskId(), closed.answered() ? closed.actor() : null);
            tasks.complete(item.taskId(), Map.of(ProcessNames.ANSWERED, closed.answered()));
        });
        clock.runsAgain(closed.review().value(), closed.stage(), closed.at());
    }
}
