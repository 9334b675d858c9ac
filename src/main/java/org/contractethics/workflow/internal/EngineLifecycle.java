package org.contractethics.workflow.internal;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Jobs begin when everything else is up, and end before the connection pool goes. */
@Component
class EngineLifecycle implements SmartLifecycle {

    private final JobExecutor jobs;

    EngineLifecycle(JobExecutor jobs) {
        this.jobs = jobs;
    }

    @Override
    public void start() {
        jobs.start();
    }

    @Override
    public void stop() {
        jobs.shutdown();
    }

    @Override
    public boolean isRunning() {
        return jobs.isActive();
    }
}
