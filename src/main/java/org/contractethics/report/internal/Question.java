package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What is asked, but for the time of the day. */
record Question(
        Period period,
        @Nullable String tier,
        @Nullable String agency,
        boolean redacted,
        LocalDate day,
        LocalDate dayOfStates) {

    /** States are told as of just before the moment, so for them midnight belongs to the day before. */
    static Question of(Scope scope) {
        return new Question(
                scope.period(),
                scope.tier(),
                scope.agency(),
                scope.redacted(),
                LocalDate.ofInstant(scope.now(), ZoneOffset.UTC),
                LocalDate.ofInstant(scope.now().minusMillis(1), ZoneOffset.UTC));
    }

    /**
     * Whether states told as of the one moment are those of the other: it is the end of a period that is over, or nothing happened
     * between the two.
     *
     * @param latest the last moment that the casebook knows of
     */
    static boolean sameMoment(Instant before, Instant now, Instant latest) {
        return before.equals(now) || (latest.isBefore(before) && latest.isBefore(now));
    }
}
