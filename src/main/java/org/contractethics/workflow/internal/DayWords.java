package org.contractethics.workflow.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.contractethics.shared.Times;
import org.springframework.stereotype.Component;

/** Days in the words people use: "24 Nov 2026", "in 1 day", "Overdue by 2 days". */
@Component
public class DayWords {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final ZoneId zone;

    DayWords(WorkflowSettings settings) {
        this.zone = settings.zone();
    }

    /** For example "24 Nov 2026". */
    public String day(Instant moment) {
        return Times.words(LocalDate.ofInstant(moment, zone));
    }

    /** For example "24 Nov": for the narrow badges of the diagram. */
    public String shortDay(Instant moment) {
        return SHORT_DAY.format(moment.atZone(zone));
    }

    /** How far a due date is away, for example "in 4 days", "today", "Overdue by 1 day". */
    public String distance(Instant due, Instant now) {
        long days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), due.atZone(zone).toLocalDate());
        if (due.isBefore(now)) {
            return "Overdue by " + (days == 0 ? hours(Duration.between(due, now)) : count(-days, "day"));
        }
        return days == 0 ? "today" : "in " + count(days, "day");
    }

    private static String hours(Duration late) {
        return late.toHours() == 0 ? "less than an hour" : count(late.toHours(), "hour");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
