package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.contractethics.review.FollowUps.ReReviewBroughtForward;
import org.contractethics.shared.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the timer of a re-review that comes forward, in the transaction of what brings it forward; never to a later moment. */
@Component
class ReReviewTimer {

    private static final String WAITS = "interval-over";

    private final RuntimeService processes;
    private final ManagementService jobs;

    ReReviewTimer(RuntimeService processes, ManagementService jobs) {
        this.processes = processes;
        this.jobs = jobs;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void comesForward(ReReviewBroughtForward brought) {
        Instant then = brought.nextAt();
        EngineConflicts.refusing(() -> {
            Job timer = timer(brought).orElseThrow(() -> Refused.conflict(EngineConflicts.FINISHED));
            if (then.isBefore(timer.getDuedate().toInstant())) {
                jobs.setJobDuedate(timer.getId(), Date.from(then));
                processes.setVariable(timer.getProcessInstanceId(), "nextAt", then.toString());
            }
        });
    }

    private Optional<Job> timer(ReReviewBroughtForward brought) {
        ProcessInstance process = processes
                .createProcessInstanceQuery()
                .processDefinitionKey(ProcessNames.PERIODIC_RE_REVIEW)
                .processInstanceBusinessKey(brought.subject().toString())
                .singleResult();
        return Optional.ofNullable(process).map(one -> jobs.createJobQuery()
                .processInstanceId(one.getId())
                .activityId(WAITS)
                .timers()
                .singleResult());
    }
}
