package org.contractethics.review.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.DeltaReviews;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.delta.CarriedItem.Kind;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;

/** Answers the process from the citations that stand now. */
@Component
class DeltaReviewsOfDatabase implements DeltaReviews {

    private final ReviewCases reviews;
    private final CarriedItems items;
    private final CarryingOver carrying;

    DeltaReviewsOfDatabase(ReviewCases reviews, CarriedItems items, CarryingOver carrying) {
        this.reviews = reviews;
        this.items = items;
        this.carrying = carrying;
    }

    @Override
    public boolean notDue(ReviewId id, Stage stage) {
        ReviewCase review = reviews.get(id);
        return switch (stage) {
            // settled before the triage, which rests on it
            case DOCUMENT_CHECK -> carrying.documentsStand(review);
            case RESEARCH, MITIGATION ->
                review.tier() == Tier.T1 || carriedOver(id).contains(stage);
            default -> carriedOver(id).contains(stage);
        };
    }

    @Override
    public boolean stillDelta(ReviewId id) {
        return carrying.stillDelta(reviews.get(id));
    }

    @Override
    public Set<Stage> carriedOver(ReviewId id) {
        return items.standing(id, reviews.get(id).pass()).stream()
                .filter(item -> item.kind() != Kind.RIGHT)
                .map(item -> item.kind().stage())
                .collect(Collectors.toUnmodifiableSet());
    }
}
