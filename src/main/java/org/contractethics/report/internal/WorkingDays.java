package org.contractethics.report.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Monday to Friday, UTC; public holidays differ by country and are counted as working days. */
final class WorkingDays {

    private WorkingDays() {}

    /** Working days after the first day up to and with the last; 0 within one day or where the end comes first. */
    static int between(Instant start, Instant end) {
        LocalDate first = start.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate last = end.atOffset(ZoneOffset.UTC).toLocalDate();
        long days = ChronoUnit.DAYS.between(first, last);
        if (days <= 0) {
            return 0;
        }
        int counted = (int) (days / 7) * 5;
        for (LocalDate day = first.plusDays(days / 7 * 7).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return counted;
    }
}
