package org.contractethics.concern.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One message between filer and concern officer.
 *
 * @param number from 1, in the order sent
 * @param officer account name of the officer who wrote it; null where the filer did
 */
public record Message(int number, @Nullable String officer, String text, LocalDate sentOn) {

    public boolean byFiler() {
        return officer == null;
    }
}
