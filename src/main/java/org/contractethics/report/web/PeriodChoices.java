package org.contractethics.report.web;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.report.internal.Period;

/** The periods to choose from: quarters and years since the record began, newest first, and own days. */
final class PeriodChoices {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int MOST_QUARTERS = 12;

    private PeriodChoices() {}

    static Optional<Period> parse(String key) {
        Matcher quarter = QUARTER.matcher(key);
        if (quarter.matches()) {
            int month = Integer.parseInt(quarter.group(2)) * 3;
            return year(quarter.group(1)).map(year -> Period.quarterOf(LocalDate.of(year, month, 1)));
        }
        return YEAR.matcher(key).matches() ? year(key).map(Period::year) : Optional.empty();
    }

    /** @param chosen what is shown, which stands in the list whether or not the record holds anything for it */
    static Map<String, String> between(LocalDate first, LocalDate today, String chosen) {
        Map<String, String> choices = new LinkedHashMap<>();
        Period quarter = Period.quarterOf(today);
        for (int i = 0; i < MOST_QUARTERS && (i < 2 || !quarter.to().isBefore(first)); i++) {
            choices.put(key(quarter), quarter.quarterWords());
            quarter = Period.quarterOf(quarter.from().minusDays(1));
        }
        for (int year = today.getYear(); year >= first.getYear() && year > today.getYear() - 10; year--) {
            choices.put(String.valueOf(year), "Year " + year);
        }
        parse(chosen).ifPresent(period -> choices.putIfAbsent(chosen, label(chosen, period)));
        choices.put(ReportForm.OWN, "The days below");
        return choices;
    }

    private static String label(String key, Period period) {
        return QUARTER.matcher(key).matches()
                ? period.quarterWords()
                : "Year " + period.from().getYear();
    }

    static String key(Period quarter) {
        return quarter.from().getYear() + "-Q" + number(quarter);
    }

    private static int number(Period quarter) {
        return quarter.from().get(IsoFields.QUARTER_OF_YEAR);
    }

    private static Optional<Integer> year(String digits) {
        int year = Integer.parseInt(digits);
        return year >= 1970 && year <= 9000 ? Optional.of(year) : Optional.empty();
    }
}
