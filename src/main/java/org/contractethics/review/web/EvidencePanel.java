package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Evidence, advice and precedents" on the case page: for those who take part in the review. */
@Component
class EvidencePanel implements CasePanel {

    private static final int ORDER = 340;

    private final ReviewCases reviews;
    private final BesideForms besideForms;

    EvidencePanel(ReviewCases reviews, BesideForms besideForms) {
        this.reviews = reviews;
        this.besideForms = besideForms;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return reviews.of(contract).stream()
                .findFirst()
                .flatMap(review -> besideForms.of(review, viewer))
                .map(beside -> new View(ORDER, Column.MAIN, "review/evidence-panel", Map.of("beside", beside)));
    }
}
