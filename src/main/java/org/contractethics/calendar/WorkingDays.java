package org.contractethics.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Counts working days: not Saturdays, not Sundays, not holidays of the company. Due dates, periods of appeal and the figures of
 * the reports all count by it, so that a target and what was used of it mean the same days.
 */
public final class WorkingDays {

    private final ZoneId zone;

    /** Those that fall on a weekday; the others change nothing. */
    private final NavigableSet<LocalDate> holidays = new TreeSet<>();

    /** @param zone in which days begin and end */
    public WorkingDays(ZoneId zone, Collection<LocalDate> holidays) {
        this.zone = zone;
        holidays.stream().filter(day -> !weekend(day)).forEach(this.holidays::add);
    }

    /** Without any holiday. */
    public static WorkingDays mondayToFriday(ZoneId zone) {
        return new WorkingDays(zone, List.of());
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !weekend(day) && !holidays.contains(day);
    }

    /** The last day of a period of that many working days; the day it begins on does not count. */
    public LocalDate after(Instant start, int days) {
        LocalDate day = dayOf(start);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The working day that many working days before the day of a moment. */
    public LocalDate before(Instant end, int days) {
        LocalDate day = dayOf(end);
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The first moment after such a period: its last day counts whole. */
    public Instant end(Instant start, int days) {
        return after(start, days).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Working days after the day of the start up to and with the day of the end; 0 within one day or where the end comes first. */
    public int between(Instant start, Instant end) {
        LocalDate first = dayOf(start);
        LocalDate last = dayOf(end);
        long days = ChronoUnit.DAYS.between(first, last);
        if (days <= 0) {
            return 0;
        }
        int counted = Math.toIntExact(days / 7 * 5);
        for (LocalDate day = first.plusDays(days / 7 * 7 + 1); !day.isAfter(last); day = day.plusDays(1)) {
            if (!weekend(day)) {
                counted++;
            }
        }
        return counted - holidays.subSet(first, false, last, true).size();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
