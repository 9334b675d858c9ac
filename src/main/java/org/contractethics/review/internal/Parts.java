package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import org.contractethics.review.PartsInReviews;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;

/** Some reviews with whoever has a part in each, as they were when read. */
record Parts(Map<ReviewId, Objections> rules) implements PartsInReviews {

    @Override
    public List<String> objections(ReviewId review, Stage stage, Actor actor) {
        return rulesOf(review).againstWork(stage, actor);
    }

    @Override
    public List<String> objectionsAtCompletion(ReviewId review, Stage stage, Actor actor) {
        List<String> objections = objections(review, stage, actor);
        return objections.isEmpty() && !rulesOf(review).declared(stage, actor)
                ? List.of(UndeclaredInterests.REASON)
                : objections;
    }

    @Override
    public List<String> bars(ReviewId review, Actor actor) {
        return rulesOf(review).againstAnyPart(actor);
    }

    @Override
    public boolean hasVoted(ReviewId review, Actor actor) {
        Objections of = rules.get(review);
        return of != null && of.votedNow(actor);
    }

    private Objections rulesOf(ReviewId review) {
        Objections of = rules.get(review);
        if (of == null) {
            throw Refused.notFound("There is no such review.");
        }
        return of;
    }
}
