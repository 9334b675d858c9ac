package org.contractethics.review.internal.followup;

import java.util.Objects;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.ReviewId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An assessment that finds a harm to be happening opens its remediation in the same transaction (table 2.6, UNGP 22). */
@Component
class RemedyingWhatOccurs {

    private final ActualHarms harms;
    private final OpeningRemediation opening;

    RemedyingWhatOccurs(ActualHarms harms, OpeningRemediation opening) {
        this.harms = harms;
        this.opening = opening;
    }

    @EventListener(condition = "#event.kind() == 'assessment-recorded'")
    void on(RecordedEvent event) {
        ReviewId review = ReviewId.valueOf(String.valueOf(event.facts().get("reviewId")));
        harms.lastOf(review).ifPresent(harm -> opening.found(harm, Objects.requireNonNull(event.contract())));
    }
}
