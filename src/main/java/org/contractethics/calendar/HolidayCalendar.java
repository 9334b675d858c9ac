package org.contractethics.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The public holidays of one country, for the years its file lists.
 *
 * @param code of the country by ISO 3166-1, for example "US"; empty where the company keeps no country's holidays
 * @param name as shown to people, for example "United States, federal"
 * @param source the law the days are taken from
 * @param days names of the holidays by day
 */
public record HolidayCalendar(String code, String name, String source, NavigableMap<LocalDate, String> days) {

    /** Weekends only. */
    public static final HolidayCalendar NONE = new HolidayCalendar("", "no country", "", new TreeMap<>());

    public HolidayCalendar {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    /** The last day that the file knows of; holidays after its year are not known and would count as working days. */
    public Optional<LocalDate> lastDay() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey());
    }
}
