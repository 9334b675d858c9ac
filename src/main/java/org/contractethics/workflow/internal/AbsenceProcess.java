package org.contractethics.workflow.internal;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.contractethics.review.Delegations.AbsenceBegun;
import org.contractethics.review.Delegations.AbsenceDeclared;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Waits for the first day of an absence and says so. Named in {@code absence.bpmn}; looks the engine up late because the
 * engine, which needs this bean, starts before it is complete.
 */
@Component("absenceDays")
public class AbsenceProcess {

    private final ObjectProvider<RuntimeService> processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AbsenceProcess(ObjectProvider<RuntimeService> processes, ApplicationEventPublisher events, Clock clock) {
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(AbsenceDeclared declared) {
        processes
                .getObject()
                .startProcessInstanceByKey(
                        ProcessNames.ABSENCE,
                        declared.absence().toString(),
                        Map.of(ProcessNames.BEGINS, Date.from(declared.begins())));
    }

    /** The moment at which the first day begins. */
    public Date firstDay(DelegateExecution execution) {
        return (Date) execution.getVariable(ProcessNames.BEGINS);
    }

    /** In the transaction of the timer. */
    public void begins(DelegateExecution execution) {
        events.publishEvent(new AbsenceBegun(UUID.fromString(execution.getProcessBusinessKey()), clock.instant()));
    }
}
