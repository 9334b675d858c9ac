package org.contractethics.review.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Counts working days: not Saturdays, not Sundays, not holidays. Days begin at midnight UTC. */
@Component
public class WorkingDays {

    private final Set<LocalDate> holidays;

    @Autowired
    WorkingDays(ReviewProperties properties) {
        this(Set.copyOf(properties.holidays()));
    }

    WorkingDays(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The last day of a period of that many working days; the day it begins on does not count. */
    public LocalDate after(Instant start, int days) {
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether a period of that many working days is over. */
    public boolean over(Instant start, int days, Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(after(start, days));
    }
}
