package org.contractethics.concern.internal.measure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract that a concern was found to be about.
 *
 * @param because why it was wrong, {@code askedBy} by whom and on which day; null while nobody asked to undo it
 * @param confirmedBy the second person; null where none is needed, or none has said yes
 * @param undoneOn since when the concern is about the contract no longer; null while it is
 */
public record Tie(
        UUID concern,
        UUID contract,
        LocalDate tiedOn,
        @Nullable String because,
        @Nullable String askedBy,
        @Nullable LocalDate askedOn,
        @Nullable String confirmedBy,
        @Nullable LocalDate undoneOn) {

    public boolean isUndone() {
        return undoneOn != null;
    }

    /** Whether a second person has to say yes. */
    public boolean isWaiting() {
        return askedOn != null && undoneOn == null;
    }
}
