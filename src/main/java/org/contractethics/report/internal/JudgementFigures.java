package org.contractethics.report.internal;

import java.util.List;
import java.util.function.BiConsumer;
import org.contractethics.report.internal.ReviewCase.DecisionMade;

/** Counts how decisions were reached. */
final class JudgementFigures {

    private JudgementFigures() {}

    static void approvalRate(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        tally.column("approved", "Approved");
        tally.column("refused", "Not approved");
        decided(
                book,
                scope,
                tally,
                (review, decision, part) -> part.add(
                        Tiers.key(decision.tier()),
                        decision.approves() ? "approved" : "refused",
                        Item.of(decision.mark(), review.contract, Words.outcome(decision.outcome()))));
    }

    /** A decision is under pressure where work that it rests on was done after its time. */
    static void timePressure(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        tally.column("late", "After a stage done late");
        tally.column("in-time", "All stages in time");
        decided(book, scope, tally, (review, decision, part) -> {
            List<String> late = review.stages.stream()
                    .filter(done -> done.mark().entry() < decision.mark().entry() && done.late())
                    .map(done -> Words.of(done.stage()))
                    .distinct()
                    .toList();
            part.add(
                    Tiers.key(decision.tier()),
                    late.isEmpty() ? "in-time" : "late",
                    Item.of(
                            decision.mark(),
                            review.contract,
                            late.isEmpty() ? "All stages in time" : "Late: " + String.join(", ", late)));
        });
    }

    /** Decisions of the period that settle a review. */
    private static void decided(Casebook book, Scope scope, Tally tally, Counting counting) {
        each(book, scope, tally, (review, part) -> review.decisions.stream()
                .filter(decision -> decision.settles()
                        && scope.period().holds(decision.mark().at()))
                .forEach(decision -> counting.count(review, decision, part)));
    }

    private static void each(Casebook book, Scope scope, Tally tally, BiConsumer<ReviewCase, Tally> counting) {
        book.byBlock().touched(scope, tally, counting);
    }

    /** What is counted of a decision. */
    private interface Counting {
        void count(ReviewCase review, DecisionMade decision, Tally part);
    }
}
