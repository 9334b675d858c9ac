package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long a rejection may be appealed. */
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

    boolean over(Decision decision, Instant now) {
        return workingDays.over(decision.decidedAt(), days, now);
    }
}
