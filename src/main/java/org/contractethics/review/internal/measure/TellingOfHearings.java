package org.contractethics.review.internal.measure;

import org.contractethics.review.Reviews.SteppedAside;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A hearing waits already when its last panel chair steps back: whoever records it in their place is told. */
@Component
class TellingOfHearings {

    private final Measures measures;
    private final ReviewCases reviews;
    private final ChairOfContract chair;
    private final MeasureNotices notices;

    TellingOfHearings(Measures measures, ReviewCases reviews, ChairOfContract chair, MeasureNotices notices) {
        this.measures = measures;
        this.reviews = reviews;
        this.chair = chair;
        this.notices = notices;
    }

    /** In the transaction in which they step aside, and of a panel chair's only: whoever acts then is told once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SteppedAside aside) {
        if (chair.holdsRole(aside.person())) {
            ContractId contract = reviews.get(aside.review()).contract();
            measures.about(contract).stream()
                    .filter(taken -> taken.measure() == Measure.HEARING)
                    .filter(Taken::stands)
                    .forEach(notices::hearing);
        }
    }
}
