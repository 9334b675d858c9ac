package org.contractethics.screening.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One state of a list.
 *
 * @param sha256 of what the files hold, whatever they are called
 * @param statedOn the last day of which somebody brought it like this
 */
public record ListVersion(
        UUID id,
        UUID source,
        int number,
        String sha256,
        List<String> files,
        int entries,
        int names,
        LocalDate statedOn,
        String loadedBy,
        Instant loadedAt) {

    public ListVersion {
        files = List.copyOf(files);
    }
}
