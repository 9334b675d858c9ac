package org.contractethics.review.internal.panel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.contractethics.review.Delegations;
import org.springframework.stereotype.Component;

/**
 * Reads each time anew who is away today, so that a delegation ends by itself. A delegate who is away passes nothing on: there
 * is no chain.
 */
@Component
class TasksOfTheAbsent implements Delegations {

    private final Absences absences;
    private final Clock clock;

    TasksOfTheAbsent(Absences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public Set<String> coveredBy(String delegate) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return absences.overlaps(delegate, today, today) ? Set.of() : absences.coveredOn(delegate, today);
    }
}
