package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Delta review": what changed, what is done anew, and what is carried over from which review (H8). */
@Component
class CarriedPanel implements CasePanel {

    /** Before "Review and decision". */
    private static final int ORDER = 290;

    private final ReviewCases reviews;
    private final CarriedViews views;
    private final ContractRegister contracts;

    CarriedPanel(ReviewCases reviews, CarriedViews views, ContractRegister contracts) {
        this.reviews = reviews;
        this.views = views;
        this.contracts = contracts;
    }

    @Override
    public Optional<View> panel(ContractId id, Actor viewer) {
        return contracts
                .find(id)
                .filter(contract -> contracts.mayReadFacts(contract, viewer))
                .flatMap(contract -> reviews.of(id).stream().findFirst())
                .flatMap(review -> views.of(review, viewer))
                .map(view -> new View(ORDER, Column.MAIN, "review/carried-panel", Map.of("view", view)));
    }
}
