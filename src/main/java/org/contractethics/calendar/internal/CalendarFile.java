package org.contractethics.calendar.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractethics.calendar.HolidayCalendar;

/**
 * Reads one file of {@code config/calendars}: first lines {@code # name: …} and {@code # source: …}, then {@code date,name} and a
 * row for each holiday. A file that is wrong stops the start: a holiday that is silently missing moves due dates.
 */
final class CalendarFile {

    private static final String HEADER = "date,name";

    private final String file;
    private final NavigableMap<LocalDate, String> days = new TreeMap<>();
    private String name = "";
    private String source = "";
    private boolean headed;

    private CalendarFile(String file) {
        this.file = file;
    }

    /** @param file its name, for example {@code US.csv} */
    static HolidayCalendar read(String file, List<String> lines) {
        CalendarFile reading = new CalendarFile(file);
        for (int i = 0; i < lines.size(); i++) {
            reading.line(i + 1, lines.get(i).strip());
        }
        return reading.calendar(lines.size());
    }

    private void line(int number, String line) {
        if (line.startsWith("# name:")) {
            name = line.substring("# name:".length()).strip();
        } else if (line.startsWith("# source:")) {
            source = line.substring("# source:".length()).strip();
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            if (headed) {
                row(number, line);
            } else if (line.equals(HEADER)) {
                headed = true;
            } else {
                throw wrong(number, "the first row must be \"" + HEADER + "\"");
            }
        }
    }

    private void row(int number, String line) {
        int comma = line.indexOf(',');
        String holiday = comma < 0 ? "" : line.substring(comma + 1).strip();
        if (holiday.isEmpty() || holiday.indexOf(',') >= 0) {
            throw wrong(number, "a row is a date and a name, separated by one comma");
        }
        LocalDate day = day(number, line.substring(0, comma).strip());
        if (days.put(day, holiday) != null) {
            throw wrong(number, day + " stands twice");
        }
    }

    private LocalDate day(int number, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(number, "\"" + text + "\" is no day of the calendar written like 2026-12-25");
        }
    }

    private HolidayCalendar calendar(int lastLine) {
        if (name.isEmpty() || source.isEmpty()) {
            throw wrong(1, "the first lines must tell \"# name: \" and \"# source: \" with the law of the holidays");
        }
        if (days.isEmpty()) {
            throw wrong(lastLine, "it lists no holiday");
        }
        Map<Integer, Long> byYear =
                days.keySet().stream().collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()));
        for (int year = days.firstKey().getYear(); year < days.lastKey().getYear(); year++) {
            if (!byYear.containsKey(year)) {
                throw wrong(lastLine, "it lists no holiday of " + year + " although it lists earlier and later years");
            }
        }
        return new HolidayCalendar(file.replace(".csv", ""), name, source, days);
    }

    private IllegalStateException wrong(int line, String reason) {
        return new IllegalStateException(
                "config/calendars/%s cannot be read at line %s: %s".formatted(file, line, reason));
    }
}
