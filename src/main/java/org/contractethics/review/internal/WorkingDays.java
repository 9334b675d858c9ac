package org.contractethics.review.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts working days: not Saturdays, not Sundays, not holidays. */
@Component
public class WorkingDays {

    private final ReviewProperties properties;

    WorkingDays(ReviewProperties properties) {
        this.properties = properties;
    }

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !properties.holidays().contains(day);
    }

    /** The last day of a period of that many working days; the day it begins on does not count. */
    public LocalDate after(Instant start, int days) {
        LocalDate day = LocalDate.ofInstant(start, properties.zone());
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The first moment after such a period: its last day counts whole. */
    public Instant end(Instant start, int days) {
        return after(start, days).plusDays(1).atStartOfDay(properties.zone()).toInstant();
    }
}
