package org.contractethics.report.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.report.internal.Holds.Hold;
import org.contractethics.report.internal.ReviewCase.AppealStep;
import org.contractethics.report.internal.ReviewCase.DecisionMade;

/** Counts decisions that did not last: each once, by the first thing that undid it. */
final class OverturnedFigures {

    private static final Map<String, String> HOW = Words.labels(
            "change", "Changed on appeal",
            "return", "Returned on appeal for a fresh review",
            "lapsed", "Approval lapsed because facts of the contract changed",
            "refused", "Approval refused at the signature gate: documents or facts had changed, or its time was over",
            "other", "Approval lapsed for another cause",
            "held", "Approved, later suspended or to be ended");

    private OverturnedFigures() {}

    static void count(Casebook book, Scope scope, Tally tally) {
        HOW.forEach(tally::row);
        book.byBlock().touched(scope, tally, (review, part) -> {
            review.appeals.stream()
                    .filter(step ->
                            step.overturns() && scope.period().holds(step.mark().at()))
                    .forEach(step -> part.add(
                            step.stage(), Tally.ALL, Item.of(step.mark(), review.contract, "Decided on appeal")));
            for (DecisionMade decision : review.decisions) {
                lapse(book, review, decision)
                        .filter(lapse -> scope.period().holds(lapse.mark().at()))
                        .ifPresent(lapse -> part.add(
                                lapse.cause().key(), Tally.ALL, Item.of(lapse.mark(), review.contract, "Lapsed")));
            }
        });
        held(book, scope, tally);
    }

    /** What made the approval lapse; empty where a ruling on an appeal or a hold had undone it before. */
    private static Optional<Lapse> lapse(Casebook book, ReviewCase review, DecisionMade decision) {
        return book.lapse(decision.id())
                .filter(lapse -> !ruledOn(review, decision, lapse))
                .filter(lapse -> book.holds().of(review.contract).stream()
                        .noneMatch(hold -> hold.mark().entry() < lapse.mark().entry() && hold.undoes(decision)));
    }

    /** An approval that a ruling changes or sends back lapses by it. */
    private static boolean ruledOn(ReviewCase review, DecisionMade decision, Lapse lapse) {
        return review.appeals.stream()
                .filter(AppealStep::overturns)
                .anyMatch(step -> step.mark().entry() > decision.mark().entry()
                        && step.mark().entry() < lapse.mark().entry());
    }

    private static void held(Casebook book, Scope scope, Tally tally) {
        Set<UUID> undone = new HashSet<>();
        for (Hold hold : book.holds().all()) {
            DecisionMade decision = hold.undone();
            if (decision == null || lapsedBefore(book, decision, hold) || !undone.add(decision.id())) {
                continue;
            }
            if (scope.period().holds(hold.mark().at())
                    && scope.takes(hold.contract().tierAt(scope.asOf()), hold.contract())) {
                tally.add("held", Tally.ALL, Item.of(hold.mark(), hold.contract(), hold.words()));
            }
        }
    }

    private static boolean lapsedBefore(Casebook book, DecisionMade decision, Hold hold) {
        return book.lapse(decision.id())
                .filter(lapse -> lapse.mark().entry() < hold.mark().entry())
                .isPresent();
    }
}
