package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.InStage;
import org.jspecify.annotations.Nullable;

/** Counts what stood when decisions were made. What earlier entries do not say is told as not recorded, never as nothing. */
final class StandingFigures {

    private static final String UNRECORDED = "unrecorded";
    private static final String UNRECORDED_LABEL = "Not recorded";
    private static final Map<String, String> VULNERABLE = Map.of(
            "YES", "Vulnerable groups are touched",
            "NO", "None is touched",
            "UNKNOWN", "Not known");

    private StandingFigures() {}

    /** One column of a figure, and what is said of a decision in it. */
    private record Placed(String column, String what) {}

    static void residual(Casebook book, Scope scope, Tally tally) {
        tally.column("P1", "P1 left");
        tally.column("P2", "P2 left, no P1");
        tally.column("none", "No P1 or P2");
        tally.column(UNRECORDED, UNRECORDED_LABEL);
        each(book, scope, tally, (review, decision) -> {
            Standing standing = decision.standing();
            if (standing == null) {
                return new Placed(UNRECORDED, UNRECORDED_LABEL);
            }
            for (String priority : List.of("P1", "P2")) {
                if (!standing.of(priority).isEmpty()) {
                    return new Placed(priority, priority + ": " + String.join(", ", standing.of(priority)));
                }
            }
            return new Placed("none", "No P1 or P2");
        });
    }

    static void vulnerable(Casebook book, Scope scope, Tally tally) {
        List.of("YES", "NO", "UNKNOWN")
                .forEach(answer -> tally.column(answer, VULNERABLE.getOrDefault(answer, answer)));
        tally.column(UNRECORDED, UNRECORDED_LABEL);
        each(book, scope, tally, (review, decision) -> {
            Standing standing = decision.standing();
            if (standing == null) {
                return new Placed(UNRECORDED, UNRECORDED_LABEL);
            }
            String answer =
                    VULNERABLE.containsKey(standing.vulnerableGroups()) ? standing.vulnerableGroups() : "UNKNOWN";
            return new Placed(answer, VULNERABLE.getOrDefault(answer, answer));
        });
    }

    static void gaps(Casebook book, Scope scope, Tally tally) {
        tally.column("gaps", "With gaps");
        tally.column("none", "Without");
        tally.column(UNRECORDED, UNRECORDED_LABEL);
        each(book, scope, tally, (review, decision) -> {
            Standing standing = decision.standing();
            if (standing == null) {
                return new Placed(UNRECORDED, UNRECORDED_LABEL);
            }
            List<String> missing = standing.missing();
            return missing.isEmpty() ? new Placed("none", "Without") : new Placed("gaps", String.join("; ", missing));
        });
    }

    static void consulted(Casebook book, Scope scope, Tally tally) {
        tally.column("affected", "The affected were heard");
        tally.column("proxy", "A proxy was heard");
        tally.column("none", "Nobody was heard");
        each(book, scope, tally, (review, decision) -> {
            List<String> heard = review.consultations.stream()
                    .filter(one -> one.mark().entry() < decision.mark().entry())
                    .map(InStage::stage)
                    .toList();
            return heard.contains("affected")
                    ? new Placed("affected", "The affected were heard")
                    : heard.isEmpty()
                            ? new Placed("none", "Nobody was heard")
                            : new Placed("proxy", "A proxy was heard");
        });
    }

    /** Each decision of the period that settles a review, once, by the tier it was made in. */
    private static void each(
            Casebook book, Scope scope, Tally tally, BiFunction<ReviewCase, DecisionMade, Placed> place) {
        Tiers.asRows(tally);
        book.byBlock().touched(scope, tally, (review, part) -> review.decisions.stream()
                .filter(decision -> decision.settles()
                        && scope.period().holds(decision.mark().at()))
                .forEach(decision -> {
                    Placed placed = place.apply(review, decision);
                    part.add(
                            Tiers.key(decision.tier()),
                            placed.column(),
                            Item.of(decision.mark(), review.contract, placed.what()));
                }));
    }

    /** Contracts decided on, by the currency of what is committed; a sum never adds two currencies. */
    static void value(Casebook book, Scope scope, Tally tally) {
        tally.column("approved", "Approved");
        tally.column("refused", "Not approved");
        book.byBlock().touched(scope, tally, (review, part) -> review.decisions.stream()
                .filter(decision -> decision.settles()
                        && scope.period().holds(decision.mark().at()))
                .forEach(decision -> {
                    String column = decision.approves() ? "approved" : "refused";
                    Amount amount =
                            scope.amountOf(review.contract, decision.mark().at());
                    String row = amount == null ? "unknown" : amount.currency();
                    part.row(row, told(amount));
                    part.add(row, column, Item.of(decision.mark(), review.contract, Words.outcome(decision.outcome())));
                    part.worth(row, column, amount == null ? 0 : amount.minor());
                }));
    }

    private static String told(@Nullable Amount amount) {
        if (amount == null) {
            return "Amount not recorded";
        }
        return amount.equals(Amount.WITHHELD) ? "Amount withheld" : amount.currency();
    }
}
