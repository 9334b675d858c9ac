package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.contractethics.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** How long a decision may be appealed. */
@Component
class AppealPeriod {

    private final WorkingDays workingDays;
    private final int days;

    AppealPeriod(WorkingDays workingDays, ReviewProperties properties) {
        this.workingDays = workingDays;
        this.days = properties.appealWorkingDays();
    }

    LocalDate lastDay(Decision decision) {
        return workingDays.after(decision.decidedAt(), days);
    }

    /** First moment at which a decision made then can be appealed no more. */
    Instant end(Instant decidedAt) {
        return workingDays.end(decidedAt, days);
    }

    boolean over(Decision decision, Instant now) {
        return !now.isBefore(end(decision.decidedAt()));
    }
}
