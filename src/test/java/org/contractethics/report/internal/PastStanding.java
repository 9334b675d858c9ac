package org.contractethics.report.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.record.RecordEntry;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;

/** A case as it was, folded from entries of the record and from nothing else. */
public final class PastStanding {

    private PastStanding() {}

    /** Standing, tier, newest outcome and number of conditions just before the moment. */
    public static String of(List<RecordEntry> entries, ContractId contract, ReviewId review, Instant moment) {
        Casebook book = new Casebook(Story.DAYS);
        entries.forEach(book::apply);
        String standing = book.contract(contract)
                .flatMap(known -> Optional.ofNullable(known.standingAt(moment)))
                .map(Changes.Change::value)
                .orElse("none");
        ReviewCase known = book.review(review.value()).orElseThrow();
        String outcome = known.decisions.stream()
                .filter(made -> made.mark().at().isBefore(moment))
                .map(DecisionMade::outcome)
                .reduce("none", (before, after) -> after);
        long conditions = known.conditions.stream()
                .filter(set -> set.mark.at().isBefore(moment))
                .count();
        return String.join(
                " ", standing, Optional.ofNullable(known.tierAt(moment)).orElse("none"), outcome, "" + conditions);
    }
}
