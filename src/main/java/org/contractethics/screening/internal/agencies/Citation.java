package org.contractethics.screening.internal.agencies;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.screening.RecordLevel;
import org.contractethics.screening.internal.TypedWords;
import org.contractethics.shared.FormProblem;

/**
 * What somebody typed to cite a finding, field by field.
 *
 * @param level name of a {@link RecordLevel}
 * @param foundOn day as {@code 2018-06-19}
 */
public record Citation(
        String agency,
        String level,
        boolean international,
        String source,
        String title,
        String address,
        String foundOn,
        String summary,
        String steps) {

    public static final Citation NOTHING = new Citation("", "", false, "", "", "", "", "", "");

    private static final int SHORTEST_SUMMARY = 30;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");

    /** Empty where no such level was chosen. */
    Optional<RecordLevel> grave() {
        return Stream.of(RecordLevel.values())
                .filter(one -> one.name().equals(level))
                .findFirst();
    }

    /** Empty where no day was typed. */
    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(foundOn.strip()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** @param today a later day has found nothing yet */
    List<FormProblem> problems(LocalDate today) {
        List<FormProblem> problems = new ArrayList<>();
        line(problems, "agency", agency, 2, 200, "the name of the agency");
        if (grave().isEmpty()) {
            problems.add(new FormProblem("level", "Choose how grave what was found is."));
        }
        if (international && grave().filter(RecordLevel.ALLEGATIONS::equals).isPresent()) {
            problems.add(new FormProblem("level", "What a court or an inquiry found is more than an allegation."));
        }
        line(problems, "source", source, 2, 200, "who found it");
        line(problems, "title", title, 3, 300, "the title of the judgment or report");
        if (!address.isBlank()
                && (address.length() > 500 || !WEB.matcher(address.strip()).matches())) {
            problems.add(new FormProblem(
                    "address", "Give a web address that begins with https:// or http://, of at most 500 characters."));
        }
        day().ifPresentOrElse(
                        on -> {
                            if (on.isAfter(today) || on.getYear() < 1900) {
                                problems.add(new FormProblem("found-on", "Give a day between 1900 and today."));
                            }
                        },
                        () -> problems.add(new FormProblem("found-on", "Give the day of the judgment or report.")));
        TypedWords.text(problems, "summary", summary, SHORTEST_SUMMARY, LONGEST_TEXT, "what was found");
        TypedWords.text(problems, "steps", steps, 0, LONGEST_TEXT, "the steps taken");
        return problems;
    }

    private static void line(
            List<FormProblem> problems, String field, String text, int shortest, int longest, String what) {
        int length = text.strip().length();
        if (length < shortest || length > longest) {
            problems.add(new FormProblem(
                    field, String.format(Locale.ROOT, "Give %s in %d to %d characters.", what, shortest, longest)));
        } else {
            TypedWords.readable(problems, field, text);
        }
    }
}
