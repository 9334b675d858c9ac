package org.contractethics.concern.internal.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** How long it waits for a second person that a tie is undone, in working days of the company. */
@Component
class UndoingPeriod {

    private final WorkingDays calendar;
    private final TieSettings settings;
    private final Clock clock;

    UndoingPeriod(WorkingDays calendar, TieSettings settings, Clock clock) {
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** Of what is asked for now. */
    LocalDate lastDay() {
        return calendar.after(now(), settings.undoingWorkingDays());
    }
}
