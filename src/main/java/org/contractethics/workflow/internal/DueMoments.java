package org.contractethics.workflow.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.contractethics.calendar.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The moments at which working days end for those who work: people go home at the end of the day, the law does not. */
@Component
public class DueMoments {

    private final WorkingDays days;
    private final LocalTime endOfDay;
    private final int noticeWorkingDays;

    @Autowired
    DueMoments(WorkingDays days, WorkflowSettings settings) {
        this(days, settings.endOfDay(), settings.noticeWorkingDays());
    }

    DueMoments(WorkingDays days, LocalTime endOfDay, int noticeWorkingDays) {
        this.days = days;
        this.endOfDay = endOfDay;
        this.noticeWorkingDays = noticeWorkingDays;
    }

    /** The end of the n-th working day after the given moment; the day itself does not count. */
    Instant after(Instant from, int workingDays) {
        return endOf(days.after(from, workingDays));
    }

    /** The end of the n-th working day before the day on which something falls due. */
    Instant before(Instant due, int workingDays) {
        return endOf(days.before(due, workingDays));
    }

    /** When people are reminded of something due then; empty where that moment is not ahead of now. */
    Optional<Instant> reminder(Instant due, Instant now) {
        return Optional.of(before(due, noticeWorkingDays))
                .filter(moment -> moment.isAfter(now) && moment.isBefore(due));
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

    /** The moment at which work due on this day falls due. */
    Instant endOf(LocalDate day) {
        return day.atTime(endOfDay).atZone(days.zone()).toInstant();
    }
}
