package org.contractethics.concern.internal.measure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it waits for a second person that a tie of a concern to a contract is undone.
 *
 * @param undoingWorkingDays after the day on which it was asked for
 */
@ConfigurationProperties("contract-ethics.concerns")
record TieSettings(@DefaultValue("10") int undoingWorkingDays) {

    TieSettings {
        if (undoingWorkingDays < 1) {
            throw new IllegalArgumentException("contract-ethics.concerns.undoing-working-days must be at least 1");
        }
    }
}
