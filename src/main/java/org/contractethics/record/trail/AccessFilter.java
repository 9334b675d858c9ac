package org.contractethics.record.trail;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are meant; what is null does not narrow.
 *
 * @param actor account name
 * @param subject id of what was shown; with it go the files that belong to it
 * @param contract what belongs to this contract
 * @param from first day, UTC
 * @param to last day, UTC
 * @param withheld no row about one of these concerns
 */
public record AccessFilter(
        @Nullable String actor,
        @Nullable AccessKind kind,
        @Nullable String subject,
        @Nullable UUID contract,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<ConcernId> withheld) {

    public AccessFilter {
        withheld = Set.copyOf(withheld);
    }
}
