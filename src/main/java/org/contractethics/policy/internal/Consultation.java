package org.contractethics.policy.internal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * S0: the time that staff have between the proposal of a version and its approval.
 *
 * @param proposedOn the day of the proposal, in UTC
 * @param days whole days after it on which nobody approves
 */
record Consultation(LocalDate proposedOn, int days) {

    /** The last day on which nobody can approve the version yet; empty where it was proposed without such days. */
    Optional<LocalDate> until() {
        return days == 0 ? Optional.empty() : Optional.of(proposedOn.plusDays(days));
    }

    /** The first day on which it can be approved, and so the first on which it can be in force. */
    LocalDate over() {
        return until().map(last -> last.plusDays(1)).orElse(proposedOn);
    }
}
