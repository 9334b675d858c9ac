package org.contractethics.workflow.internal;

import org.jspecify.annotations.Nullable;

/** How many working days people have for a task that opens now. */
@FunctionalInterface
interface Targets {

    /**
     * @param step id of the task in the model, or {@link ProcessNames#WHOLE_REVIEW}
     * @param tier T1 to T4; null before triage
     */
    int workingDays(String step, @Nullable String tier);
}
