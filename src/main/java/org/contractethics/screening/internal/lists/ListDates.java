package org.contractethics.screening.internal.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Dates as lists write them, brought to a day, a month or a year. */
final class ListDates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?(?:T.*)?");
    private static final Pattern DAY = Pattern.compile("(?:circa )?(\\d{1,2} [A-Z][a-z]{2} \\d{4})");
    private static final Pattern MONTH = Pattern.compile("(?:circa )?([A-Z][a-z]{2} \\d{4})");
    private static final Pattern YEARS = Pattern.compile("(?:circa )?(\\d{4})(?:\\s*(?:-|to)\\s*(?:circa )?(\\d{4}))?");
    private static final DateTimeFormatter DAY_WORDS = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_WORDS = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final int LONGEST_SPAN = 12;

    private ListDates() {}

    /** None where it cannot be read: a date that is not understood neither confirms nor holds back. A span gives each of its years. */
    static List<String> of(String written) {
        String text = written.strip();
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return List.of(text.split("T", -1)[0]);
            }
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                return List.of(LocalDate.parse(day.group(1), DAY_WORDS).toString());
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return List.of(YearMonth.parse(month.group(1), MONTH_WORDS).toString());
            }
        } catch (DateTimeParseException e) {
            return List.of();
        }
        Matcher years = YEARS.matcher(text);
        return years.matches() ? years(years) : List.of();
    }

    private static List<String> years(Matcher years) {
        int from = Integer.parseInt(years.group(1));
        int to = years.group(2) == null ? from : Integer.parseInt(years.group(2));
        return to < from || to - from > LONGEST_SPAN
                ? List.of()
                : IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }
}
