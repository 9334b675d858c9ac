package org.contractethics.screening.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.contractethics.screening.internal.lists.ListFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a list comes from.
 *
 * @param staleAfterDays how old a version may be before its silence says nothing
 */
public record ListSource(
        UUID id,
        String name,
        ListFormat format,
        String licence,
        String attribution,
        int staleAfterDays,
        String addedBy,
        Instant addedAt) {

    /** The first day on which a version of that day is too old; null where it is not yet. */
    @Nullable
    LocalDate staleSince(LocalDate statedOn, LocalDate today) {
        LocalDate since = statedOn.plusDays(staleAfterDays + 1L);
        return today.isBefore(since) ? null : since;
    }
}
