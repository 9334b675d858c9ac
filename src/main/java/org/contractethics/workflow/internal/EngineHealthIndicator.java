package org.contractethics.workflow.internal;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down when the engine does not answer or its timers stand still; tells how many jobs were given up. */
@Component
class EngineHealthIndicator extends AbstractHealthIndicator {

    private final ManagementService management;
    private final JobExecutor jobs;

    EngineHealthIndicator(ManagementService management, JobExecutor jobs) {
        super("the workflow engine does not answer");
        this.management = management;
        this.jobs = jobs;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long givenUp = management.createJobQuery().noRetriesLeft().count();
        (jobs.isActive() ? health.up() : health.down())
                .withDetail("timers", jobs.isActive() ? "running" : "stopped")
                .withDetail("jobsGivenUp", givenUp);
    }
}
