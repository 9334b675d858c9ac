package org.contractethics.screening.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.shared.Times;

/** What keeps a list that was read to its end from taking the place of the one in force; PostgreSQL refuses the same. */
final class ListGuard {

    private ListGuard() {}

    /** Why not; empty where it may. */
    static Optional<String> against(ListVersion before, int entries, LocalDate stated) {
        if (entries * 5L < before.entries() * 4L) {
            return Optional.of(
                    "The list has " + entries + " entries and the one in force " + before.entries()
                            + ": more than a fifth is missing, so it is taken to be cut off. Fetch it again and compare the count with the publisher's.");
        }
        if (stated.isBefore(before.statedOn())) {
            return Optional.of("The list is of " + Times.words(stated) + " and the one in force of "
                    + Times.words(before.statedOn()) + ". Upload the newer one.");
        }
        return Optional.empty();
    }
}
