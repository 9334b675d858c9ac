package org.contractethics.workflow.internal;

import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a running case is about, and how its model calls its places. */
@Component
class RunningCases {

    private final RepositoryService repository;
    private final RuntimeService processes;
    private final ContractRegister contracts;

    RunningCases(RepositoryService repository, RuntimeService processes, ContractRegister contracts) {
        this.repository = repository;
        this.processes = processes;
        this.contracts = contracts;
    }

    static UUID subject(ProcessInstance process) {
        return UUID.fromString(process.getBusinessKey());
    }

    @Nullable
    ContractLine contract(ProcessInstance process) {
        Object contract = processes.getVariable(process.getId(), ProcessNames.CONTRACT_ID);
        return contract == null
                ? null
                : contracts
                        .find(ContractId.valueOf(contract.toString()))
                        .map(ContractLine::of)
                        .orElse(null);
    }

    BpmnModelInstance model(String definition) {
        return repository.getBpmnModelInstance(definition);
    }

    /** The label of an element, of an event after that of the step it belongs to; its id where it has none. */
    static String label(BpmnModelInstance model, String element) {
        if (!(model.getModelElementById(element) instanceof FlowNode node) || node.getName() == null) {
            return element;
        }
        return node instanceof BoundaryEvent event
                ? event.getAttachedTo().getName() + ": " + node.getName().toLowerCase(Locale.ROOT)
                : node.getName();
    }
}
