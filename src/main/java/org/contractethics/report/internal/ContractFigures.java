package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.contractethics.report.internal.ReviewCase.ConditionSet;

/** Counts contracts, their signatures and the conditions on them. */
final class ContractFigures {

    private static final Map<String, String> STEPS = Words.labels(
            "opened", "Suspension review opened",
            "restricted", "Restricted at once by the chair",
            "expired", "Restriction ended by itself",
            "suspend", "Suspended",
            "continue", "Services continue",
            "exit", "To be ended",
            "lift", "Suspension lifted",
            "keep", "Stays suspended");

    private ContractFigures() {}

    static void contracts(Casebook book, Scope scope, Tally tally) {
        for (ContractStanding standing : ContractStanding.values()) {
            tally.row(standing.name(), standing.label());
        }
        Tiers.asColumns(tally);
        Instant asOf = scope.asOf();
        Map<String, String> labels = Map.copyOf(tally.rows());
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            Changes.Change standing = contract.standingAt(asOf);
            String tier = contract.tierAt(asOf);
            if (standing != null && scope.takes(tier, contract)) {
                String label = labels.getOrDefault(standing.value(), standing.value());
                part.add(standing.value(), Tiers.key(tier), Item.of(standing.mark(), contract, label));
            }
        });
    }

    static void signed(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        for (Signature signature : book.signatures()) {
            String tier = signature.contract().tierAt(scope.asOf());
            if (scope.period().holds(signature.mark().at()) && scope.takes(tier, signature.contract())) {
                tally.add(Tiers.key(tier), Tally.ALL, Item.of(signature.mark(), signature.contract(), "Signed"));
            }
        }
    }

    static void signedWithoutDecision(Casebook book, Scope scope, Tally tally) {
        for (SignatureCheck.Fault fault : SignatureCheck.Fault.values()) {
            tally.row(fault.name(), fault.label());
        }
        for (Signature signature : book.signatures()) {
            SignatureCheck.fault(book, signature)
                    .ifPresent(fault -> tally.add(
                            fault.name(), Tally.ALL, Item.of(signature.mark(), signature.contract(), fault.label())));
        }
    }

    static void openConditions(Casebook book, Scope scope, Tally tally) {
        tally.row("overdue", "Overdue");
        tally.row("due", "Not yet due");
        tally.column("blocking", "Blocking");
        tally.column("other", "Not blocking");
        Instant asOf = scope.asOf();
        LocalDate today = scope.dayOfStates();
        book.byBlock().reviews(scope, tally, (review, part) -> {
            if (review.conditions.isEmpty() || !scope.takes(review.tierAt(asOf), review.contract)) {
                return;
            }
            for (ConditionSet condition : review.conditions) {
                if (condition.openAt(asOf) && binds(book, condition, asOf)) {
                    boolean overdue = condition.dueOn != null && condition.dueOn.isBefore(today);
                    part.add(
                            overdue ? "overdue" : "due",
                            condition.blocking ? "blocking" : "other",
                            Item.of(condition.mark, review.contract, condition.due));
                }
            }
        });
    }

    /** A condition of an approval that lapsed binds nobody any more. */
    static boolean binds(Casebook book, ConditionSet condition, Instant asOf) {
        return condition.decision == null
                || book.lapsed(condition.decision)
                        .filter(lapse -> lapse.at().isBefore(asOf))
                        .isEmpty();
    }

    static void closedConditions(Casebook book, Scope scope, Tally tally) {
        tally.row("in-time", "Met in time");
        tally.row("late", "Met late");
        tally.row("waived", "Waived");
        tally.column("blocking", "Blocking");
        tally.column("other", "Not blocking");
        book.byBlock().touched(scope, tally, (review, part) -> {
            for (ConditionSet condition : review.conditions) {
                Mark closed = condition.closed;
                if (closed != null && scope.period().holds(closed.at())) {
                    String row = condition.waived ? "waived" : condition.closedLate() ? "late" : "in-time";
                    part.add(
                            row,
                            condition.blocking ? "blocking" : "other",
                            Item.of(closed, review.contract, condition.due));
                }
            }
        });
    }

    static void holds(Casebook book, Scope scope, Tally tally) {
        STEPS.forEach(tally::row);
        book.holds().all().stream()
                .filter(hold -> scope.period().holds(hold.mark().at()))
                .filter(hold -> scope.takes(hold.contract().tierAt(scope.asOf()), hold.contract()))
                .forEach(hold -> tally.add(
                        hold.step(),
                        Tally.ALL,
                        Item.of(hold.mark(), hold.contract(), STEPS.getOrDefault(hold.step(), hold.step()))));
    }
}
