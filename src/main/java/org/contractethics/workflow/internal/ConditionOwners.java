package org.contractethics.workflow.internal;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** By whom a condition is met, as its process knows it. */
@Component
class ConditionOwners {

    private static final String OWNER = "owner";

    private final RuntimeService processes;

    ConditionOwners(RuntimeService processes) {
        this.processes = processes;
    }

    /** A condition that is sent back later waits for a monitor and not for this person. */
    void ownsNothing(InboxItem item, String person) {
        EngineConflicts.refusing(() ->
                processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(item.subject().toString())
                        .list()
                        .stream()
                        .filter(process -> person.equals(processes
                                .getVariables(process.getId(), Set.of(OWNER))
                                .get(OWNER)))
                        .forEach(process -> processes.setVariable(process.getId(), OWNER, null)));
    }
}
