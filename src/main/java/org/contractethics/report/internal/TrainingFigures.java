package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Counts reviewers by their trainings. Nobody is named: who completed what stands on the page of trainings. */
final class TrainingFigures {

    private static final int MONTHS = 12;
    private static final String REVIEWERS = "reviewers";
    private static final String TRAINED = "trained";
    private static final String BEFORE = "before";
    private static final String NEVER = "never";

    private TrainingFigures() {}

    static void trained(Casebook book, Scope scope, Tally tally) {
        tally.row(REVIEWERS, "Reviewers");
        tally.column(TRAINED, "In the last 12 months");
        tally.column(BEFORE, "Longer ago");
        tally.column(NEVER, "None recorded");
        Instant asOf = scope.asOf();
        LocalDate since =
                LocalDate.ofInstant(asOf.minusMillis(1), ZoneOffset.UTC).minusMonths(MONTHS);
        book.reviewers().all().forEach(reviewer -> reviewer.activeAt(asOf).ifPresent(mark -> {
            Optional<LocalDate> last = reviewer.trainedBefore(asOf);
            String column =
                    last.map(day -> day.isBefore(since) ? BEFORE : TRAINED).orElse(NEVER);
            tally.add(REVIEWERS, column, new Item(mark.entry(), mark.at(), true, null, "A reviewer", column));
        }));
    }
}
