package org.contractethics.contract.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as award files and people write them. */
public final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].{1,40})?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int CENTURY_PIVOT = 70;

    private Dates() {}

    /** Reads {@code 2018-06-19}, with or without a time. */
    public static LocalDate iso(String text) throws BadValue {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            throw unreadable(text, "Write it like 2018-06-19.");
        }
        return date(text, number(iso, 1), number(iso, 2), number(iso, 3));
    }

    /** Reads {@code 2018-06-19}, {@code 19/06/2018} and {@code 19/06/18 00:00}: the day always stands before the month. */
    public static LocalDate isoOrDayFirst(String text) throws BadValue {
        Matcher dayFirst = DAY_FIRST.matcher(text.strip());
        if (!dayFirst.matches()) {
            return iso(text);
        }
        int year = number(dayFirst, 3);
        if (dayFirst.group(3).length() == 2) {
            year += year < CENTURY_PIVOT ? 2000 : 1900;
        }
        return date(text, year, number(dayFirst, 2), number(dayFirst, 1));
    }

    public static boolean inRange(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private static LocalDate date(String text, int year, int month, int day) throws BadValue {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            if (!inRange(date)) {
                throw unreadable(text, "The year must lie between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
            }
            return date;
        } catch (DateTimeException noSuchDay) {
            throw unreadable(text, "There is no such day.");
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static BadValue unreadable(String text, String remedy) {
        return new BadValue("\"" + Text.cut(Text.line(text), 60) + "\" is not a date. " + remedy);
    }
}
