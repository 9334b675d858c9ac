package org.contractethics.workflow.internal;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.contractethics.shared.Refused;

/** Says in words for people what the engine says by exceptions: somebody else was faster. */
final class EngineConflicts {

    static final String FINISHED =
            "Somebody else finished this step in the meantime. Nothing of yours was saved; look at the case to see where it stands.";

    private static final String CHANGED =
            "This step changed at the same moment, so nothing of yours was saved. Look at the case and try again.";

    private EngineConflicts() {}

    /** Runs an engine command; refuses with 409 where another transaction changed the same task first. */
    static void refusing(Runnable command) {
        try {
            command.run();
        } catch (TaskAlreadyClaimedException | NullValueException gone) {
            throw Refused.conflict(FINISHED);
        } catch (OptimisticLockingException atOnce) {
            // For example a reminder of the same task that fell due in this instant.
            throw Refused.conflict(CHANGED);
        }
    }
}
