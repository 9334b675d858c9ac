package org.contractethics.concern.internal.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One survey.
 *
 * @param closesOn its last day (UTC)
 * @param closedOn null while it is open
 * @param participants how many took part; null while it is open, and where they were fewer than {@value #FEWEST}
 */
public record Survey(
        int number,
        LocalDate openedOn,
        String openedBy,
        LocalDate closesOn,
        @Nullable LocalDate closedOn,
        @Nullable Integer participants) {

    /** Of fewer people nothing is told. */
    public static final int FEWEST = 10;

    /** Numbers from 1 to one less are not told. */
    static final int LEAST_TOLD = 5;

    /** Days from the opening to the last day. */
    static final int SHORTEST = 5;

    static final int LONGEST = 60;

    /** Days between two openings: what a few answered otherwise the next week would tell of them. */
    static final int APART = 90;

    public boolean open() {
        return closedOn == null;
    }
}
