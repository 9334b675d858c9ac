package org.contractethics.screening.internal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.screening.internal.lists.EntryKind;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.NameStrength;

/** What speaks for or against besides the name, in plain words, and how far. Kept apart from the words, so that a reviewer sees both. */
final class Qualifiers {

    private static final double NUMBER_AGREES = 0.25;
    private static final double DATE_AGREES = 0.04;
    private static final double DATE_CLOSE = -0.05;
    private static final double DATE_DIFFERS = -0.15;
    private static final double COUNTRY_AGREES = 0.03;
    private static final double COUNTRY_DIFFERS = -0.08;
    private static final double GENERAL_NAME = -0.25;
    private static final double NOT_CONFIRMED = -0.3;
    private static final double WEAK = -0.02;
    private static final int CLOSE_YEARS = 1;

    private final List<String> said = new ArrayList<>();
    private double adjustment;
    private boolean confirmed;
    private boolean countryDiffers;

    private Qualifiers() {}

    List<String> said() {
        return said;
    }

    double adjustment() {
        return adjustment;
    }

    private void add(String words, double by) {
        said.add(words);
        adjustment += by;
    }

    static Qualifiers of(Subject subject, ListEntry entry, Listed listed, Name asked, boolean general) {
        Qualifiers qualifiers = new Qualifiers();
        qualifiers.numbers(subject.identifiers(), entry.identifiers());
        qualifiers.dates(subject.dates(), entry.dates());
        qualifiers.countries(subject.countries(), entry.countries());
        qualifiers.names(entry, listed, asked, general);
        return qualifiers;
    }

    private void numbers(Set<String> asked, List<String> listed) {
        Set<String> plain = listed.stream().map(Qualifiers::plain).collect(Collectors.toSet());
        asked.stream()
                .filter(number -> plain(number).length() > 3 && plain.contains(plain(number)))
                .findFirst()
                .ifPresent(number -> {
                    add("number agrees: " + number, NUMBER_AGREES);
                    confirmed = true;
                });
    }

    private static String plain(String number) {
        return number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private void dates(Set<String> asked, List<String> listed) {
        if (asked.isEmpty() || listed.isEmpty()) {
            return;
        }
        String listedDates = String.join(", ", listed);
        boolean same = asked.stream()
                .anyMatch(one -> listed.stream().anyMatch(other -> one.startsWith(other) || other.startsWith(one)));
        boolean close = asked.stream()
                .anyMatch(one -> listed.stream().anyMatch(other -> Math.abs(year(one) - year(other)) <= CLOSE_YEARS));
        if (same) {
            add("date of birth agrees: " + listedDates, DATE_AGREES);
            confirmed = true;
        } else if (close) {
            add("date of birth is close: listed " + listedDates, DATE_CLOSE);
        } else {
            add("date of birth differs: listed " + listedDates, DATE_DIFFERS);
        }
    }

    private static int year(String date) {
        String digits = date.length() < 4 ? date : date.substring(0, 4);
        return digits.matches("\\d{4}") ? Integer.parseInt(digits) : Integer.MIN_VALUE / 2;
    }

    private void countries(Set<String> asked, List<String> listed) {
        if (asked.isEmpty() || listed.isEmpty()) {
            return;
        }
        Set<String> small =
                asked.stream().map(country -> country.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String there = String.join(", ", listed).toUpperCase(Locale.ROOT);
        if (listed.stream().anyMatch(small::contains)) {
            add("country agrees: " + there, COUNTRY_AGREES);
            confirmed = true;
        } else {
            add("country differs: listed " + there, COUNTRY_DIFFERS);
            countryDiffers = true;
        }
    }

    private void names(ListEntry entry, Listed listed, Name asked, boolean general) {
        boolean body = entry.kind() != EntryKind.PERSON;
        if (body && general && countryDiffers) {
            add("the name is one that bodies of many countries have", GENERAL_NAME);
        }
        if ((asked.isTwoSyllables() || listed.name().isTwoSyllables()) && !confirmed) {
            add("two Chinese characters, and neither country nor date is confirmed", NOT_CONFIRMED);
        }
        if (listed.said().strength() == NameStrength.WEAK) {
            add("the list calls this alias weak", WEAK);
        }
    }
}
