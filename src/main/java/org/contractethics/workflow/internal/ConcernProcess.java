package org.contractethics.workflow.internal;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.concern.Concerns.ConcernAcknowledged;
import org.contractethics.concern.Concerns.ConcernAnswered;
import org.contractethics.concern.Concerns.ConcernAppealDecided;
import org.contractethics.concern.Concerns.ConcernAppealed;
import org.contractethics.concern.Concerns.ConcernFiled;
import org.contractethics.concern.Concerns.ConcernPurged;
import org.contractethics.concern.Concerns.ConcernWithdrawn;
import org.contractethics.concern.Concerns.OfficerRecused;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the process of a concern, in the transaction of whoever published the event. The engine learns the opaque id and
 * nothing else; no variable is ever set, so that no table of the engine can tell who filed what.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConcernProcess {

    private final RuntimeService processes;
    private final TaskService tasks;
    private final HistoryService history;
    private final InboxItems items;
    private final ContractRegister register;

    ConcernProcess(
            RuntimeService processes,
            TaskService tasks,
            HistoryService history,
            InboxItems items,
            ContractRegister register) {
        this.processes = processes;
        this.history = history;
        this.tasks = tasks;
        this.items = items;
        this.register = register;
    }

    @EventListener
    void starts(ConcernFiled filed) {
        processes.startProcessInstanceByKey(
                ProcessNames.CONCERN_HANDLING, filed.concern().toString());
        ContractId contract = filed.contract();
        if (contract != null) {
            register.find(contract)
                    .map(ContractLine::of)
                    .ifPresent(line -> items.about(filed.concern().value(), line));
        }
    }

    /** Its filer took the concern back: what is left to do about it, an appeal as well, is dropped, whoever holds it. */
    @EventListener
    void withdrawn(ConcernWithdrawn withdrawn) {
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(withdrawn.concern().toString())
                .list()
                .forEach(process -> processes.deleteProcessInstance(process.getId(), "withdrawn"));
    }

    @EventListener
    void acknowledged(ConcernAcknowledged acknowledged) {
        complete(acknowledged.concern(), ProcessNames.ACKNOWLEDGE, acknowledged.officer());
    }

    /** An answer acknowledges as well; an answer to a concern that was answered before moves nothing. */
    @EventListener
    void answered(ConcernAnswered answered) {
        complete(answered.concern(), ProcessNames.ACKNOWLEDGE, answered.officer());
        complete(answered.concern(), ProcessNames.ANSWER, answered.officer());
    }

    @EventListener
    void startsAppeal(ConcernAppealed appealed) {
        processes.startProcessInstanceByKey(
                ProcessNames.CONCERN_APPEAL, appealed.concern().toString());
        ContractId contract = appealed.contract();
        if (contract != null) {
            register.find(contract)
                    .map(ContractLine::of)
                    .ifPresent(line -> items.about(appealed.concern().value(), line));
        }
    }

    @EventListener
    void appealDecided(ConcernAppealDecided decided) {
        complete(decided.concern(), ProcessNames.DECIDE_CONCERN_APPEAL, decided.officer());
    }

    /** What the engine and the work list remember of a concern goes with it. */
    @EventListener
    void forgets(ConcernPurged purged) {
        String key = purged.concern().toString();
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()
                .forEach(running -> processes.deleteProcessInstance(running.getId(), "purged", true));
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .finished()
                .list()
                .forEach(past -> history.deleteHistoricProcessInstance(past.getId()));
        items.forget(purged.concern().value());
    }

    /** What the officer holds of it goes back to the group. */
    @EventListener
    void recused(OfficerRecused recused) {
        for (String taskKey :
                List.of(ProcessNames.ACKNOWLEDGE, ProcessNames.ANSWER, ProcessNames.DECIDE_CONCERN_APPEAL)) {
            items.lockOpen(recused.concern().value(), taskKey)
                    .filter(item -> recused.officer().equals(item.assignee()))
                    .ifPresent(item -> EngineConflicts.refusing(() -> tasks.setAssignee(item.taskId(), null)));
        }
    }

    private void complete(ConcernId concern, String taskKey, String officer) {
        items.lockOpen(concern.value(), taskKey).ifPresent(item -> {
            if (item.assignee() != null && !item.assignee().equals(officer)) {
                throw Refused.conflict("Another concern officer holds this concern. Nothing of yours was saved."
                        + " If it is overdue, take it back in My work first.");
            }
            EngineConflicts.refusing(() -> {
                tasks.setAssignee(item.taskId(), officer);
                tasks.complete(item.taskId());
            });
        });
    }
}
