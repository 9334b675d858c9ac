package org.contractethics.report.internal;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.contractethics.report.internal.ReviewCase.DecisionMade;

/** Counts how decisions were reached, and which did not last. */
final class JudgementFigures {

    private static final Set<String> ON_APPEAL = Set.of("change", "return");

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

    static void overturned(Casebook book, Scope scope, Tally tally) {
        tally.row("change", "Changed on appeal");
        tally.row("return", "Returned on appeal for a fresh review");
        tally.row("lapsed", "Approval lapsed because facts or documents changed");
        tally.row("held", "Approved, later suspended or to be ended");
        each(book, scope, tally, (review, part) -> {
            review.appeals.stream()
                    .filter(step -> ON_APPEAL.contains(step.stage())
                            && scope.period().holds(step.mark().at()))
                    .forEach(step -> part.add(
                            step.stage(), Tally.ALL, Item.of(step.mark(), review.contract, "Decided on appeal")));
            review.decisions.stream()
                    .flatMap(decision -> book.lapsed(decision.id()).stream())
                    .filter(lapse -> scope.period().holds(lapse.at()))
                    .forEach(lapse -> part.add("lapsed", Tally.ALL, Item.of(lapse, review.contract, "Lapsed")));
        });
        book.holds().all().stream()
                .filter(hold -> Set.of("suspend", "exit").contains(hold.step()))
                .filter(hold -> scope.period().holds(hold.mark().at()))
                .filter(hold -> scope.takes(hold.contract().tierAt(scope.asOf()), hold.contract()))
                .forEach(hold -> tally.add(
                        "held", Tally.ALL, Item.of(hold.mark(), hold.contract(), Words.outcome(upper(hold.step())))));
    }

    private static String upper(String step) {
        return step.toUpperCase(java.util.Locale.ROOT);
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
