package org.contractethics.workflow.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when the clocks of tasks stand still, and for how long they did, in the work list. */
interface StoppedClocks {

    /** The clock of the task stands still from then on. */
    void stopped(String taskId, Instant at);

    /**
     * The clock of the task runs again.
     *
     * @param dueAt its due date from now on
     * @param stoppedDays working days for which it stood still this time
     */
    void running(String taskId, @Nullable Instant dueAt, int stoppedDays);
}
