package org.contractethics.concern.internal.investigation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contractethics.concern.internal.FindingResult;
import org.contractethics.concern.internal.GivenReason;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.investigation.Source.Reliability;
import org.contractethics.shared.FormProblem;

/**
 * A finding as typed.
 *
 * @param allegation number of the allegation of which this is a new version; 0 for one that was not found on yet
 * @param seen the version that was on screen, 0 for a new one: what somebody else recorded meanwhile is not passed over
 * @param result name of a {@link FindingResult}
 * @param sources rows of the form; those without any word in them are none
 */
public record RecordFinding(
        int allegation, int seen, String claim, String result, String facts, List<TypedSource> sources) {

    /** The most sources of one finding: the rows of the form. */
    public static final int MOST = 8;

    private static final int LONGEST_CLAIM = 1_000;
    private static final int LONGEST_SOURCE = 500;

    /** @param row of the form, from 1 */
    public record TypedSource(int row, String what, String day, String reliability) {

        boolean isEmpty() {
            return what.isBlank() && day.isBlank() && reliability.isBlank();
        }

        Optional<Source> source(LocalDate today) {
            try {
                LocalDate on = LocalDate.parse(day);
                return what.isBlank() || what.length() > LONGEST_SOURCE || on.isAfter(today)
                        ? Optional.empty()
                        : Optional.of(new Source(what, on, Reliability.valueOf(reliability)));
            } catch (DateTimeException | IllegalArgumentException incomplete) {
                return Optional.empty();
            }
        }
    }

    public RecordFinding {
        claim = HandledConcerns.plain(claim);
        facts = HandledConcerns.plain(facts);
        sources = sources.stream()
                .map(row -> new TypedSource(
                        row.row(), HandledConcerns.plain(row.what()), row.day().strip(), row.reliability()))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** @param today no source can be younger */
    public List<FormProblem> problems(LocalDate today) {
        List<FormProblem> problems = new ArrayList<>();
        if (claim.isBlank() || claim.length() > LONGEST_CLAIM) {
            problems.add(new FormProblem("finding-claim", "Write what is alleged, in at most 1,000 characters."));
        }
        if (parsedResult().isEmpty()) {
            problems.add(new FormProblem("finding-result", "Choose what was found."));
        }
        if (!GivenReason.isWhole(facts)) {
            problems.add(
                    new FormProblem("finding-facts", "Write in 30 to 2,000 characters which facts were considered."));
        }
        if (sources.isEmpty()) {
            problems.add(new FormProblem("finding-source-1", "Name at least one source on which it rests."));
        }
        if (sources.size() > MOST) {
            problems.add(new FormProblem("finding-source-1", "Name at most eight sources of one finding."));
        }
        sources.stream()
                .filter(row -> row.source(today).isEmpty())
                .map(row -> new FormProblem(
                        "finding-source-" + row.row(),
                        "Say of each source what it is, in at most 500 characters, of which day, not a future one, and how"
                                + " reliable it is."))
                .forEach(problems::add);
        return List.copyOf(problems);
    }

    Optional<FindingResult> parsedResult() {
        return Arrays.stream(FindingResult.values())
                .filter(known -> known.name().equals(result))
                .findFirst();
    }

    List<Source> parsedSources(LocalDate today) {
        return sources.stream().flatMap(row -> row.source(today).stream()).toList();
    }
}
