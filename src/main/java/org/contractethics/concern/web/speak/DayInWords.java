package org.contractethics.concern.web.speak;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A day as people of a language write it. */
final class DayInWords {

    private DayInWords() {}

    static String of(LocalDate day, Locale language) {
        // the plain "en" is American to Java; the rest of the product writes the day first
        Locale written = language.getLanguage().equals("en") ? Locale.UK : language;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(written)
                .format(day);
    }
}
