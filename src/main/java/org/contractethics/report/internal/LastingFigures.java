package org.contractethics.report.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.report.internal.AgreedSafeguards.Stated;
import org.contractethics.report.internal.ReviewCase.AppealStep;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.DissentMade;
import org.contractethics.report.internal.ReviewCase.InStage;

/** Counts who turned out to be right, what was mended before a signature, and why reviews began again. */
final class LastingFigures {

    private static final String PRESENT = "PRESENT";
    private static final Map<String, String> UPHELD = Words.labels(
            "change", "Changed on appeal to what they had voted for",
            "return", "Returned on appeal for a fresh review",
            "held", "Approved against them, later suspended or to be ended");
    private static final Map<String, String> CAUSES = Words.labels(
            "delta", "Facts or documents changed after the approval",
            "re-review", "Periodic re-review",
            "sample", "Second review of the audit sample",
            "appeal", "Returned on appeal",
            "again", "Submitted again after an earlier review",
            "other", "Another cause");

    private LastingFigures() {}

    static void dissentsUpheld(Casebook book, Scope scope, Tally tally) {
        UPHELD.forEach(tally::row);
        book.byBlock().reviews(scope, tally, (review, part) -> {
            if (review.dissents.isEmpty() || !scope.takes(review.tierAt(scope.asOf()), review.contract)) {
                return;
            }
            for (DissentMade dissent : review.dissents) {
                upheld(book, review, dissent)
                        .filter(found -> scope.period().holds(found.mark().at()))
                        .ifPresent(found -> part.add(
                                found.stage(),
                                Tally.ALL,
                                Item.of(
                                        found.mark(),
                                        review.contract,
                                        UPHELD.getOrDefault(found.stage(), found.stage()))));
            }
        });
    }

    /** The first thing that proved the dissent right. */
    private static Optional<InStage> upheld(Casebook book, ReviewCase review, DissentMade dissent) {
        Stream<InStage> appeals = review.appeals.stream()
                .filter(step -> step.stage().equals("return")
                        || (step.stage().equals("change") && step.changedTo().equals(dissent.outcome())))
                .map(step -> new InStage(step.stage(), step.mark()));
        DecisionMade decision = book.decision(dissent.decision()).orElse(null);
        Stream<InStage> holds = decision == null || !decision.approves() || approves(dissent)
                ? Stream.empty()
                : book.holds().of(review.contract).stream()
                        .filter(hold -> hold.undoes(decision))
                        .map(hold -> new InStage("held", hold.mark()));
        return Stream.concat(appeals, holds)
                .filter(one -> one.mark().entry() > dissent.mark().entry())
                .min(java.util.Comparator.comparing(one -> one.mark().entry()));
    }

    private static boolean approves(DissentMade dissent) {
        return Set.of("APPROVE", "CONDITIONAL", "ABSTAIN").contains(dissent.outcome());
    }

    static void gapsClosed(Casebook book, Scope scope, Tally tally) {
        tally.column("closed", "Closed before the signature");
        tally.column("open", "Open at the signature");
        Map<ContractCase, Signature> before = new HashMap<>();
        for (Signature signature : book.signatures()) {
            Signature last = before.put(signature.contract(), signature);
            String tier = signature.contract().tierAt(scope.asOf());
            if (scope.period().holds(signature.mark().at()) && scope.takes(tier, signature.contract())) {
                gaps(signature, last == null ? -1 : last.mark().entry(), tally);
            }
        }
    }

    /** What the first statement since the signature before it said to be missing, as the last one had it. */
    private static void gaps(Signature signature, long since, Tally tally) {
        List<AgreedSafeguards> said = signature.contract().statements().stream()
                .filter(one -> one.mark().entry() > since
                        && one.mark().entry() < signature.mark().entry())
                .toList();
        if (said.isEmpty()) {
            return;
        }
        Map<String, Stated> last = new HashMap<>();
        said.forEach(one -> one.stated().forEach(stated -> last.put(stated.code(), stated)));
        said.get(0).stated().stream()
                .filter(stated -> !stated.state().equals(PRESENT))
                .forEach(gap -> {
                    boolean closed = last.getOrDefault(gap.code(), gap).state().equals(PRESENT);
                    tally.row(gap.code(), gap.label());
                    tally.add(
                            gap.code(),
                            closed ? "closed" : "open",
                            Item.of(
                                    signature.mark(),
                                    signature.contract(),
                                    closed ? "In the contract at the signature" : "Missing at the signature"));
                });
    }

    static void reopened(Casebook book, Scope scope, Tally tally) {
        CAUSES.forEach(tally::row);
        book.byBlock().touched(scope, tally, (review, part) -> {
            Mark opened = review.opened;
            String cause = review.cause;
            if (opened != null && cause != null && scope.period().holds(opened.at())) {
                part.add(cause, Tally.ALL, Item.of(opened, review.contract, CAUSES.getOrDefault(cause, cause)));
            }
            review.appeals.stream()
                    .filter(step -> step.stage().equals("return")
                            && scope.period().holds(step.mark().at()))
                    .map(AppealStep::mark)
                    .forEach(mark ->
                            part.add("appeal", Tally.ALL, Item.of(mark, review.contract, "Returned on appeal")));
        });
    }
}
