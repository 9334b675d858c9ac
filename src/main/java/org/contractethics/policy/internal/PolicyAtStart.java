package org.contractethics.policy.internal;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Puts the packed policy in its place before the first request and the first job. */
@Component
class PolicyAtStart implements SmartLifecycle {

    private final InstallingPolicy installing;
    private final BringingIntoForce bringing;
    private volatile boolean running;

    PolicyAtStart(InstallingPolicy installing, BringingIntoForce bringing) {
        this.installing = installing;
        this.bringing = bringing;
    }

    @Override
    public void start() {
        installing.install(PolicyFiles.packed(), PolicyFiles.effectiveFrom());
        bringing.whatIsDue();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the engine's jobs, which begin in the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
