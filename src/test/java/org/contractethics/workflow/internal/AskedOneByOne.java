package org.contractethics.workflow.internal;

import java.util.List;
import java.util.Set;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;

/**
 * Reads nothing together: it asks the reviews about each, one by one.
 *
 * @param undeclared who signed no declaration of interests
 */
record AskedOneByOne(Reviews reviews, Set<String> undeclared) implements PartsInReviews {

    @Override
    public List<String> objections(ReviewId review, Stage stage, Actor actor) {
        return reviews.objections(review, stage, actor);
    }

    @Override
    public List<String> objectionsAtCompletion(ReviewId review, Stage stage, Actor actor) {
        return undeclared.contains(actor.username())
                ? List.of("Sign the declaration of interests first (H2).")
                : reviews.objections(review, stage, actor);
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
