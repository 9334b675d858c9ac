package org.contractethics.workflow.internal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.contractethics.concern.Concerns;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Stage;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * No task completes before what it stands for was done, also for whoever reaches the engine past the use cases: a concern is not
 * closed without its reasoned answer, and no review ends as signed while its contract is not.
 *
 * <p>The neighbours are looked up late because the engine, which needs this bean, starts before they are complete.
 */
@Component
class CompletionGuard implements TaskListener {

    private final ObjectProvider<Concerns> concerns;
    private final ObjectProvider<ContractRegister> register;

    CompletionGuard(ObjectProvider<Concerns> concerns, ObjectProvider<ContractRegister> register) {
        this.concerns = concerns;
        this.register = register;
    }

    @Override
    public void notify(DelegateTask task) {
        String key = task.getTaskDefinitionKey();
        switch (key) {
            case ProcessNames.ACKNOWLEDGE, ProcessNames.ANSWER, ProcessNames.DECIDE_CONCERN_APPEAL ->
                demand(
                        concerns.getObject().isDone(concern(task), key),
                        "A concern is acknowledged by telling its filer, and closed by a reasoned answer or ruling only.");
            default -> {
                if (key.equals(Stage.SIGNATURE_GATE.taskKey()) && "SIGNED".equals(task.getVariable("gateResult"))) {
                    demand(
                            signed(task),
                            "Nothing is signed by a step of the process: the signature gate does it (H7).");
                }
            }
        }
    }

    private static ConcernId concern(DelegateTask task) {
        return ConcernId.valueOf(task.getExecution().getProcessBusinessKey());
    }

    /** During a review a contract is neither; a restriction from before it is put back with the signature. */
    private boolean signed(DelegateTask task) {
        ContractId contract = ContractId.valueOf((String) task.getVariable(ProcessNames.CONTRACT_ID));
        return register.getObject()
                .find(contract)
                .map(Contract::state)
                .filter(state -> state == ContractState.SIGNED || state == ContractState.RESTRICTED)
                .isPresent();
    }

    private static void demand(boolean done, String otherwise) {
        if (!done) {
            throw Refused.conflict(otherwise);
        }
    }
}
