package org.contractethics.workflow.internal;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.policy.PolicyChanges.VersionDecided;
import org.contractethics.policy.PolicyChanges.VersionProposed;
import org.contractethics.shared.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the process of a policy change, in the transaction of whoever published the event. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PolicyProcess {

    private final RuntimeService processes;
    private final TaskService tasks;
    private final InboxItems items;

    PolicyProcess(RuntimeService processes, TaskService tasks, InboxItems items) {
        this.processes = processes;
        this.tasks = tasks;
        this.items = items;
    }

    @EventListener
    void starts(VersionProposed proposed) {
        processes.startProcessInstanceByKey(
                ProcessNames.POLICY_CHANGE,
                proposed.version().toString(),
                Map.of(ProcessNames.POLICY_NUMBER, proposed.number()));
    }

    @EventListener
    void decided(VersionDecided decided) {
        Optional<InboxItem> open = items.lockOpen(decided.version(), ProcessNames.DECIDE_POLICY_VERSION);
        if (open.isPresent()) {
            complete(open.get(), decided);
        } else if (!decided.approved()) {
            EngineConflicts.refusing(() -> processes
                    .createMessageCorrelation(ProcessNames.POLICY_VERSION_WITHDRAWN)
                    .processInstanceBusinessKey(decided.version().toString())
                    .correlate());
        }
    }

    /** Whoever claimed the task decides; only the withdrawal is also open to others. */
    private void complete(InboxItem item, VersionDecided decided) {
        if (decided.approved() && item.assignee() != null && !item.assignee().equals(decided.actor())) {
            throw Refused.conflict(
                    "Another member of the board committee has claimed this decision. Nothing of yours was saved.");
        }
        EngineConflicts.refusing(() -> {
            tasks.setAssignee(item.taskId(), decided.actor());
            tasks.complete(
                    item.taskId(),
                    Map.of(
                            ProcessNames.APPROVED,
                            decided.approved(),
                            ProcessNames.EFFECTIVE_ON,
                            decided.effectiveOn().toString()));
        });
    }
}
