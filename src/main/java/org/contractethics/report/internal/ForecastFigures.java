package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.contractethics.report.internal.ReviewCase.ConditionSet;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.jspecify.annotations.Nullable;

/** Counts what is still to come, as far as the record knows the day. */
final class ForecastFigures {

    private static final int SOON = 30;
    private static final int LATER = 90;

    private ForecastFigures() {}

    static void fallsDue(Casebook book, Scope scope, Tally tally) {
        tally.row("blocking", "Conditions, blocking");
        tally.row("other", "Conditions, not blocking");
        tally.row("signed", "Approvals of contracts in force that expire");
        tally.row("unsigned", "Approvals that expire unsigned");
        tally.column("soon", "In 30 days");
        tally.column("later", "In 31 to 90 days");
        conditions(book, scope, tally);
        approvals(book, scope, tally);
    }

    private static void conditions(Casebook book, Scope scope, Tally tally) {
        Instant asOf = scope.asOf();
        LocalDate today = scope.dayOfStates();
        book.byBlock().reviews(scope, tally, (review, part) -> {
            if (review.conditions.isEmpty() || !scope.takes(review.tierAt(asOf), review.contract)) {
                return;
            }
            for (ConditionSet condition : review.conditions) {
                String horizon = horizon(condition.dueOn, today);
                if (horizon != null && condition.openAt(asOf) && ContractFigures.binds(book, condition, asOf)) {
                    part.add(
                            condition.blocking ? "blocking" : "other",
                            horizon,
                            Item.of(condition.mark, review.contract, condition.due));
                }
            }
        });
    }

    private static void approvals(Casebook book, Scope scope, Tally tally) {
        Instant asOf = scope.asOf();
        LocalDate today = scope.dayOfStates();
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            DecisionMade decision = contract.lastSettledBefore(asOf);
            LocalDate lastDay = decision == null ? null : contract.lastDay(decision, asOf);
            String horizon = horizon(lastDay, today);
            Changes.Change standing = contract.standingAt(asOf);
            if (decision != null
                    && horizon != null
                    && standing != null
                    && !standing.value().equals(ContractStanding.EXITED.name())
                    && decision.approves()
                    && !lapsed(book, decision, asOf)
                    && !contract.stoppedSince(decision, asOf)
                    && scope.takes(contract.tierAt(asOf), contract)) {
                part.add(
                        contract.inForceAt(asOf) == null ? "unsigned" : "signed",
                        horizon,
                        Item.of(decision.mark(), contract, "Expires " + lastDay));
            }
        });
    }

    private static boolean lapsed(Casebook book, DecisionMade decision, Instant asOf) {
        return book.lapsed(decision.id())
                .filter(mark -> mark.at().isBefore(asOf))
                .isPresent();
    }

    /** Null where the day has passed, is further off or is not known. What is due on the day itself is still to come. */
    private static @Nullable String horizon(@Nullable LocalDate day, LocalDate today) {
        if (day == null || day.isBefore(today) || day.isAfter(today.plusDays(LATER))) {
            return null;
        }
        return day.isAfter(today.plusDays(SOON)) ? "later" : "soon";
    }
}
