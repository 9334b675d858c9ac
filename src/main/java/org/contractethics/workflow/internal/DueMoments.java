package org.contractethics.workflow.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.contractethics.calendar.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The moments at which working days end for those who work: people go home at the end of the day, the law does not. */
@Component
public class DueMoments {

    private final WorkingDays days;
    private final LocalTime endOfDay;

    @Autowired
    DueMoments(WorkingDays days, WorkflowSettings settings) {
        this(days, settings.endOfDay());
    }

    DueMoments(WorkingDays days, LocalTime endOfDay) {
        this.days = days;
        this.endOfDay = endOfDay;
    }

    /** The end of the n-th working day after the given moment; the day itself does not count. */
    Instant after(Instant from, int workingDays) {
        return endOf(days.after(from, workingDays));
    }

    /** The end of the n-th working day before the day on which something falls due. */
    Instant before(Instant due, int workingDays) {
        return endOf(days.before(due, workingDays));
    }

    /** Working days from one moment to another, the first day left out. */
    int between(Instant from, Instant to) {
        return days.between(from, to);
    }

    /** A due date moved by working days, at the same time of day. */
    Instant moved(Instant due, int workingDays) {
        if (workingDays == 0) {
            return due;
        }
        LocalTime time = due.atZone(days.zone()).toLocalTime();
        return days.after(due, workingDays).atTime(time).atZone(days.zone()).toInstant();
    }

    /** When a day is as good as over; the law counts whole days, weekends included. */
    Instant lastSecondOf(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(days.zone())
                .minus(1, ChronoUnit.SECONDS)
                .toInstant();
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(endOfDay).atZone(days.zone()).toInstant();
    }
}
