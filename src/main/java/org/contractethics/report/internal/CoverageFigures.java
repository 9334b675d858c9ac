package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.BiConsumer;
import org.contractethics.report.internal.ReviewCase.DecisionMade;

/** Counts how far the procedure reaches, and how people used it. */
final class CoverageFigures {

    private CoverageFigures() {}

    static void validDecision(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        for (Validity validity : Validity.values()) {
            tally.column(validity.name(), validity.label);
        }
        Instant asOf = scope.asOf();
        LocalDate today = scope.dayOfStates();
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            Changes.Change standing = contract.inForceAt(asOf);
            if (standing == null) {
                return;
            }
            String tier = contract.tierAt(asOf);
            if (scope.takes(tier, contract)) {
                DecisionMade decision = contract.lastSettledBefore(asOf);
                Validity validity = Validity.of(book, contract, asOf, today);
                Mark mark = decision == null ? standing.mark() : decision.mark();
                part.add(Tiers.key(tier), validity.name(), Item.of(mark, contract, validity.label));
            }
        });
    }

    static void tiersRaised(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        tally.column("raised", "Raised");
        tally.column("table", "As the table says");
        each(book, scope, tally, (review, part) -> review.triages.stream()
                .filter(triage -> scope.period().holds(triage.mark().at()))
                .forEach(triage -> part.add(
                        Tiers.key(triage.tier()),
                        triage.raised() ? "raised" : "table",
                        Item.of(triage.mark(), review.contract, triage.raised() ? "Raised" : "As the table says"))));
    }

    static void votes(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        for (VotesOpened.Result result : VotesOpened.Result.values()) {
            tally.column(result.name(), result.label());
        }
        each(book, scope, tally, (review, part) -> review.votes.stream()
                .filter(votes -> scope.period().holds(votes.mark().at()))
                .forEach(votes -> part.add(
                        Tiers.key(review.tierAt(scope.asOf())),
                        votes.result().name(),
                        Item.of(votes.mark(), review.contract, votes.result().label()))));
    }

    static void quorumMissed(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        each(book, scope, tally, (review, part) -> review.quorumMissed.stream()
                .filter(missed -> scope.period().holds(missed.at()))
                .forEach(missed -> part.add(
                        Tiers.key(review.tierAt(scope.asOf())),
                        Tally.ALL,
                        Item.of(missed, review.contract, "Not closed, the quorum was missing"))));
    }

    static void escalations(Casebook book, Scope scope, Tally tally) {
        each(book, scope, tally, (review, part) -> review.escalations.stream()
                .filter(escalation -> scope.period().holds(escalation.mark().at()))
                .sorted(Comparator.comparing(ReviewCase.Escalation::stage))
                .forEach(escalation -> part.add(
                        escalation.stage(),
                        Tally.ALL,
                        Item.of(escalation.mark(), review.contract, "Escalated because it was late"))));
    }

    private static void each(Casebook book, Scope scope, Tally tally, BiConsumer<ReviewCase, Tally> counting) {
        book.byBlock().touched(scope, tally, counting);
    }

    /** Whether the services of a contract rest on a decision. */
    private enum Validity {
        VALID("Valid"),
        EXPIRED("Expired"),
        LAPSED("Lapsed"),
        NOT_APPROVING("Does not approve"),
        NONE("No decision");

        private final String label;

        Validity(String label) {
            this.label = label;
        }

        static Validity of(Casebook book, ContractCase contract, Instant moment, LocalDate today) {
            DecisionMade decision = contract.lastSettledBefore(moment);
            if (decision == null) {
                return NONE;
            }
            if (!decision.approves() || contract.stoppedSince(decision, moment)) {
                return NOT_APPROVING;
            }
            LocalDate lastDay = contract.lastDay(decision, moment);
            if (lastDay == null || lastDay.isBefore(today)) {
                return EXPIRED;
            }
            boolean lapsed = book.lapsed(decision.id())
                    .filter(mark -> mark.at().isBefore(moment))
                    .isPresent();
            return lapsed ? LAPSED : VALID;
        }
    }
}
