package org.contractethics.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractethics.report.internal.Assessed.Rated;
import org.contractethics.report.internal.Steps.Step;

/** Counts what was found about people's rights, whom somebody listened to, and what was remedied. */
final class ImpactFigures {

    private static final int MOST_RIGHTS = 10;
    private static final Map<String, String> HEARD = Words.labels(
            "heard-affected",
            "The affected themselves, or an organisation of theirs",
            "heard-proxy",
            "A credible proxy");
    private static final Map<String, String> RE_REVIEWS =
            Words.labels("re-review-due", "Fell due", "re-review-done", "Done");
    private static final Map<String, String> REMEDY = Words.labels(
            "remediation-opened", "Harm found, remediation opened",
            "remedy-planned", "Remedy planned",
            "remedy-plan-approved", "Plan approved",
            "remedy-plan-sent-back", "Plan sent back",
            "remedy-carried-out", "Remedy carried out",
            "remedy-verified", "Remedy verified by others",
            "remedy-not-verified", "Not verified");

    private ImpactFigures() {}

    /** A review in which a right is rated; worth its place in the list by how severely. */
    private record Found(ReviewCase review, Mark mark, Rated rated) {}

    static void rights(Casebook book, Scope scope, Tally tally) {
        Map<String, List<Found>> byRight = new TreeMap<>();
        found(book, scope)
                .forEach(found -> byRight.computeIfAbsent(found.rated().right(), any -> new ArrayList<>())
                        .add(found));
        for (int i = Assessed.SEVERITIES.size() - 1; i >= 0; i--) {
            tally.column(Assessed.SEVERITIES.get(i), Words.of(Assessed.SEVERITIES.get(i)));
        }
        byRight.values().stream()
                .map(found -> Map.entry(standing(found), found))
                .sorted(Map.Entry.<String, List<Found>>comparingByKey().reversed())
                .limit(MOST_RIGHTS)
                .flatMap(found -> found.getValue().stream())
                .forEach(found -> {
                    tally.row(found.rated().right(), found.rated().right());
                    tally.add(
                            found.rated().right(),
                            found.rated().severity(),
                            Item.of(
                                    found.mark(),
                                    found.review().contract,
                                    Words.of(found.rated().severity())));
                });
    }

    private static Stream<Found> found(Casebook book, Scope scope) {
        return book.touched(scope)
                .flatMap(
                        review -> review
                                .assessedBefore(scope.asOf())
                                .filter(assessed ->
                                        scope.period().holds(assessed.mark().at()))
                                .stream()
                                .flatMap(assessed -> assessed.rights().stream()
                                        .map(rated -> new Found(review, assessed.mark(), rated))));
    }

    /** By the worst rating, then by how often it was given, then by the next worst: one digit for each, to be compared as words. */
    private static String standing(List<Found> found) {
        StringBuilder standing = new StringBuilder();
        for (int weight = Assessed.SEVERITIES.size() - 1; weight >= 0; weight--) {
            int one = weight;
            long often =
                    found.stream().filter(each -> each.rated().weight() == one).count();
            standing.append(String.format(Locale.ROOT, "%09d", often));
        }
        return standing.toString();
    }

    static void consultations(Casebook book, Scope scope, Tally tally) {
        steps(book, scope, tally, HEARD);
    }

    static void reReviews(Casebook book, Scope scope, Tally tally) {
        steps(book, scope, tally, RE_REVIEWS);
    }

    static void remedy(Casebook book, Scope scope, Tally tally) {
        steps(book, scope, tally, REMEDY);
    }

    private static void steps(Casebook book, Scope scope, Tally tally, Map<String, String> labels) {
        labels.forEach(tally::row);
        for (Step step : book.steps().all()) {
            if (labels.containsKey(step.kind())
                    && scope.period().holds(step.mark().at())
                    && scope.takes(step.contract().tierAt(scope.asOf()), step.contract())) {
                String label = labels.getOrDefault(step.kind(), step.kind());
                tally.add(step.kind(), Tally.ALL, Item.of(step.mark(), step.contract(), label));
            }
        }
    }
}
