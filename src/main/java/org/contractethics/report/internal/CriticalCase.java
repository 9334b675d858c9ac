package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.contractethics.report.internal.ReviewCase.ConditionSet;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.jspecify.annotations.Nullable;

/**
 * A review in which an impact is rated critical, as the board reads of it.
 *
 * @param item the contract, and the assessment that says so
 * @param rights codes of the rights rated critical
 * @param policy number of the version of the policy that the review stands under; null where no entry says
 * @param row what was decided; {@link #UNDECIDED} where nothing was
 * @param conditions how many of its conditions are open, overdue and closed, in words
 * @param days from the opening of the review to the decision, or to the end of the period where there is none
 */
public record CriticalCase(
        Item item,
        List<String> rights,
        @Nullable Integer policy,
        String row,
        String decision,
        String conditions,
        long days) {

    static final String UNDECIDED = "undecided";

    public CriticalCase {
        rights = List.copyOf(rights);
    }

    static List<CriticalCase> of(Casebook book, Scope scope) {
        return book.byBlock()
                .critical(scope, review -> found(review, scope).map(found -> told(found, scope)).stream())
                .map(told -> told.until(scope.asOf()))
                .toList();
    }

    private static Told told(Found found, Scope scope) {
        Mark opened = found.review().opened;
        return new Told(
                new CriticalCase(
                        scope.named(found.item(), found.review().contract),
                        found.assessed().critical(),
                        found.review().policy,
                        found.row(),
                        found.decision()
                                .map(made -> Words.outcome(made.outcome()))
                                .orElse("Not yet decided"),
                        conditions(found.review(), scope.asOf(), scope.dayOfStates()),
                        days(found.review(), found.decision().orElse(null))),
                opened == null ? null : opened.at());
    }

    /** As it is told on the day; while nothing is decided, its days go on. */
    record Told(CriticalCase told, @Nullable Instant opened) {

        CriticalCase until(Instant moment) {
            if (opened == null || !told.row.equals(UNDECIDED)) {
                return told;
            }
            return new CriticalCase(
                    told.item,
                    told.rights,
                    told.policy,
                    told.row,
                    told.decision,
                    told.conditions,
                    ChronoUnit.DAYS.between(opened, moment));
        }
    }

    /** A review that is one of them. */
    private record Found(ReviewCase review, Assessed assessed, Optional<DecisionMade> decision) {

        Item item() {
            return Item.of(assessed.mark(), review.contract, "Critical: " + String.join(", ", assessed.critical()));
        }

        String row() {
            return decision.map(DecisionMade::outcome).orElse(UNDECIDED);
        }
    }

    private static Optional<Found> found(ReviewCase review, Scope scope) {
        if (!review.everCritical || !scope.takes(review.tierAt(scope.asOf()), review.contract)) {
            return Optional.empty();
        }
        Assessed assessed = review.assessedBefore(scope.asOf()).orElse(null);
        if (assessed == null || assessed.critical().isEmpty()) {
            return Optional.empty();
        }
        Instant asOf = scope.asOf();
        Optional<DecisionMade> decision = review.lastSettledBefore(asOf);
        boolean stopped = review.stopped != null && review.stopped.at().isBefore(asOf);
        boolean old =
                decision.filter(made -> !scope.period().holds(made.mark().at())).isPresent();
        if ((old && !review.hasOpenConditions(asOf)) || (decision.isEmpty() && stopped)) {
            return Optional.empty();
        }
        return Optional.of(new Found(review, assessed, decision));
    }

    private static String conditions(ReviewCase review, Instant moment, LocalDate today) {
        List<ConditionSet> imposed = review.conditions.stream()
                .filter(condition -> condition.mark.at().isBefore(moment))
                .toList();
        if (imposed.isEmpty()) {
            return "None";
        }
        List<ConditionSet> open =
                imposed.stream().filter(condition -> condition.openAt(moment)).toList();
        long overdue = open.stream()
                .filter(condition -> condition.dueOn != null && condition.dueOn.isBefore(today))
                .count();
        return open.size() + " open, " + overdue + " of them overdue; " + (imposed.size() - open.size()) + " closed";
    }

    private static long days(ReviewCase review, @Nullable DecisionMade decision) {
        Mark opened = review.opened;
        return opened == null || decision == null
                ? 0
                : ChronoUnit.DAYS.between(opened.at(), decision.mark().at());
    }

    /** The decisions there can be, and that there is none yet. */
    static void count(Casebook book, Scope scope, Tally tally) {
        tally.row(UNDECIDED, "Not yet decided");
        for (String outcome : ReviewFigures.OUTCOMES) {
            tally.row(outcome, Words.outcome(outcome));
        }
        book.byBlock().reviews(scope, tally, (review, part) -> found(review, scope)
                .ifPresent(found -> part.add(found.row(), Tally.ALL, found.item())));
    }
}
