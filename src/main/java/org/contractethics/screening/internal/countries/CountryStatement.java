package org.contractethics.screening.internal.countries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.screening.CountryBand;
import org.contractethics.screening.internal.TypedWords;
import org.contractethics.shared.FormProblem;

/**
 * What somebody typed of a country, field by field.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param band name of a {@link CountryBand}
 * @param indices a line for each index: its name, year, version and value
 */
public record CountryStatement(String country, String band, boolean conflict, String indices, String reading) {

    public static final CountryStatement NOTHING = new CountryStatement("", "", false, "", "");

    private static final int LEAST = 2;
    private static final int MOST = 20;
    private static final int LONGEST_LINE = 300;
    private static final int SHORTEST_READING = 30;
    private static final int LONGEST_READING = 4_000;

    /** Empty where no such band was chosen. */
    Optional<CountryBand> chosen() {
        return Stream.of(CountryBand.values())
                .filter(one -> one.name().equals(band))
                .findFirst();
    }

    List<String> lines() {
        return indices.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    List<FormProblem> problems() {
        List<FormProblem> problems = new ArrayList<>();
        if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
            problems.add(new FormProblem("country", "Choose the country."));
        }
        if (chosen().isEmpty()) {
            problems.add(new FormProblem("band", "Choose the band."));
        }
        List<String> lines = lines();
        if (lines.size() < LEAST || lines.size() > MOST) {
            problems.add(new FormProblem("indices", "Name 2 to 20 indices, each on a line of its own."));
        } else if (lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            problems.add(new FormProblem("indices", "Shorten each line to 300 characters."));
        } else if (lines.stream().noneMatch(line -> line.matches(".*\\b(19|20)\\d\\d\\b.*"))) {
            problems.add(new FormProblem("indices", "Say of which year the indices are."));
        } else {
            TypedWords.readable(problems, "indices", indices);
        }
        TypedWords.text(problems, "reading", reading, SHORTEST_READING, LONGEST_READING, "what you make of them");
        return problems;
    }
}
