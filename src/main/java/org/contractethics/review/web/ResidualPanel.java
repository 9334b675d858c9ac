package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.review.internal.residual.CountersigningResidual;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Residual severity" on the case page, where a mitigation states less than was assessed: for those who take part in the review. */
@Component
class ResidualPanel implements CasePanel {

    private static final int ORDER = 335;

    private final ReviewCases reviews;
    private final Participants participants;
    private final CountersigningResidual countersigning;
    private final ResidualWords words;

    ResidualPanel(
            ReviewCases reviews,
            Participants participants,
            CountersigningResidual countersigning,
            ResidualWords words) {
        this.reviews = reviews;
        this.participants = participants;
        this.countersigning = countersigning;
        this.words = words;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return reviews.of(contract).stream()
                .findFirst()
                .filter(review -> participants.mayRead(review, viewer))
                .flatMap(review -> panel(review, countersigning.seenBy(review, viewer)));
    }

    private Optional<View> panel(ReviewCase review, CountersigningResidual.View seen) {
        return Optional.ofNullable(seen.round())
                .filter(round -> round.spaces().lowered())
                .map(round -> new View(
                        ORDER,
                        Column.MAIN,
                        "review/residual-panel",
                        Map.of("review", review.id(), "open", seen.open(), "statements", words.beside(review, round))));
    }
}
