package org.contractethics.workflow.internal;

import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** By which version of the procedure a review runs. One that began before a change keeps its version until it is moved. */
@Component
class ReviewVersions {

    private final RuntimeService processes;
    private final RepositoryService repository;

    ReviewVersions(RuntimeService processes, RepositoryService repository) {
        this.processes = processes;
        this.repository = repository;
    }

    /** Whether the version by which the review runs has this element. */
    boolean know(UUID review, String element) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(review.toString())
                .processDefinitionKeyIn(ProcessNames.CONTRACT_REVIEW, ProcessNames.DELTA_REVIEW)
                .list()
                .stream()
                .map(running -> repository.getBpmnModelInstance(running.getProcessDefinitionId()))
                .anyMatch(model -> model.getModelElementById(element) != null);
    }
}
