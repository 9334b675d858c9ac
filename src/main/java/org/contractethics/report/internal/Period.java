package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.shared.Times;

/** Whole days, UTC; the first and the last belong to it. */
public record Period(LocalDate from, LocalDate to) {

    private static final long SECONDS_OF_A_DAY = 86_400;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on the day it begins or later");
        }
    }

    /** The calendar quarter that holds the day. */
    public static Period quarterOf(LocalDate day) {
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        return new Period(first, first.plusMonths(3).minusDays(1));
    }

    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public Instant start() {
        return startOf(from.toEpochDay());
    }

    /** First moment after it. */
    public Instant end() {
        return startOf(to.toEpochDay() + 1);
    }

    private static Instant startOf(long epochDay) {
        return Instant.ofEpochSecond(epochDay * SECONDS_OF_A_DAY);
    }

    public boolean holds(Instant time) {
        long day = epochDay(time);
        return day >= from.toEpochDay() && day <= to.toEpochDay();
    }

    /** The day of the epoch, UTC, on which the moment lies. */
    static long epochDay(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_OF_A_DAY);
    }

    /** The period to compare with: as many whole months where this one is made of whole months, else as many days. */
    public Period before() {
        if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth())) {
            long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
            return new Period(from.minusMonths(months), from.minusDays(1));
        }
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** The months it touches, in order. */
    public List<YearMonth> months() {
        YearMonth first = YearMonth.from(from);
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(ChronoUnit.MONTHS.between(first, YearMonth.from(to)) + 1)
                .toList();
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** For people, where it is a calendar quarter: "Quarter 4 of 2026". */
    public String quarterWords() {
        return "Quarter " + from.get(IsoFields.QUARTER_OF_YEAR) + " of " + from.getYear();
    }

    /** For people: "1 Oct 2026 to 31 Dec 2026". */
    public String words() {
        return words(from) + " to " + words(to);
    }

    static String words(LocalDate day) {
        return Times.words(day);
    }
}
