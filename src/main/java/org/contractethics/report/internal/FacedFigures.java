package org.contractethics.report.internal;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.Triaged;
import org.jspecify.annotations.Nullable;

/** Counts decisions by whom the contract is with: class of agency, band of the country, terms of secrecy. */
final class FacedFigures {

    private static final String UNRECORDED = "unrecorded";

    private FacedFigures() {}

    static void agencyClass(Casebook book, Scope scope, Tally tally) {
        count(book, scope, tally, TriageInputs.AGENCY_CLASSES, TriageInputs::agencyClass);
    }

    static void countryBand(Casebook book, Scope scope, Tally tally) {
        count(book, scope, tally, TriageInputs.COUNTRY_BANDS, TriageInputs::countryBand);
    }

    static void secrecy(Casebook book, Scope scope, Tally tally) {
        count(book, scope, tally, TriageInputs.SECRECY, TriageInputs::secrecy);
    }

    private static void count(
            Casebook book,
            Scope scope,
            Tally tally,
            Map<String, String> rows,
            Function<TriageInputs, @Nullable String> row) {
        rows.forEach(tally::row);
        tally.row(UNRECORDED, "Not recorded");
        tally.column("approved", "Approved");
        tally.column("refused", "Not approved");
        book.byBlock().touched(scope, tally, (review, part) -> review.decisions.stream()
                .filter(decision -> decision.settles()
                        && scope.period().holds(decision.mark().at()))
                .forEach(decision -> {
                    String code = row.apply(faced(review, decision));
                    part.add(
                            code == null ? UNRECORDED : code,
                            decision.approves() ? "approved" : "refused",
                            Item.of(decision.mark(), review.contract, Words.outcome(decision.outcome())));
                }));
    }

    /** As the last triage before the decision was told it. */
    static TriageInputs faced(ReviewCase review, DecisionMade decision) {
        TriageInputs faced = TriageInputs.UNRECORDED;
        for (Triaged triage : review.triages) {
            if (triage.mark().entry() < decision.mark().entry()) {
                faced = triage.inputs();
            }
        }
        return faced;
    }
}
