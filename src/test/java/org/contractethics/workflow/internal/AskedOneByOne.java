package org.contractethics.workflow.internal;

import java.util.List;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;

/** Reads nothing together: it asks the reviews about each, one by one. */
record AskedOneByOne(Reviews reviews) implements PartsInReviews {

    @Override
    public List<String> objections(ReviewId review, Stage stage, Actor actor) {
        return reviews.objections(review, stage, actor);
    }

    @Override
    public List<String> bars(ReviewId review, Actor actor) {
        return reviews.bars(review, actor);
    }

    @Override
    public boolean hasVoted(ReviewId review, Actor actor) {
        return reviews.hasVoted(review, actor);
    }
}
