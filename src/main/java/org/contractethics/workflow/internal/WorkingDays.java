package org.contractethics.workflow.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** Counts days the way people do who go home at five. */
record WorkingDays(ZoneId zone, LocalTime endOfDay, Set<LocalDate> holidays) {

    /** The end of the n-th working day after the given moment; the day itself does not count. */
    Instant after(Instant from, int workingDays) {
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return endOf(day);
    }

    /** When a day is as good as over; the law counts whole days, weekends included. */
    Instant lastSecondOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant();
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(endOfDay).atZone(zone).toInstant();
    }
}
