package org.contractethics.report.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.report.internal.ReviewCase.ConditionSet;

/** Counts contracts, their signatures and the conditions on them. */
final class ContractFigures {

    private ContractFigures() {}

    static void contracts(Casebook book, Scope scope, Tally tally) {
        for (ContractStanding standing : ContractStanding.values()) {
            tally.row(standing.name(), standing.label());
        }
        Tiers.asColumns(tally);
        for (ContractCase contract : book.contracts()) {
            Changes.Change standing = contract.standingAt(scope.asOf());
            String tier = contract.tierAt(scope.asOf());
            if (standing != null && scope.takes(tier, contract)) {
                String label = ContractStanding.valueOf(standing.value()).label();
                tally.add(standing.value(), Tiers.key(tier), Item.of(standing.mark(), contract, label));
            }
        }
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
        tally.column("blocking", "Blocks the signature");
        tally.column("other", "Other");
        LocalDate today = scope.asOf().minusMillis(1).atOffset(ZoneOffset.UTC).toLocalDate();
        for (ReviewCase review : book.reviews()) {
            if (!scope.takes(review.tierAt(scope.asOf()), review.contract)) {
                continue;
            }
            for (ConditionSet condition : openAt(review, scope)) {
                boolean overdue = condition.dueOn != null && condition.dueOn.isBefore(today);
                String due = condition.dueOn == null ? "No due day" : "Due " + condition.dueOn;
                tally.add(
                        overdue ? "overdue" : "due",
                        condition.blocking ? "blocking" : "other",
                        Item.of(condition.mark, review.contract, due));
            }
        }
    }

    private static List<ConditionSet> openAt(ReviewCase review, Scope scope) {
        return review.conditions.stream()
                .filter(condition -> condition.openAt(scope.asOf()))
                .toList();
    }
}
