package org.contractethics.review.internal.discussion;

import java.time.Clock;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.DeclaringInterests;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** H2: the declaration of interests of those who add to a review, or comment on it, and need not work on any stage for that. */
@Component
public class ContributorsInterests {

    private final ReviewCases reviews;
    private final Participants participants;
    private final DeclaringInterests declaring;
    private final ConflictDeclarations declarations;
    private final Clock clock;

    ContributorsInterests(
            ReviewCases reviews,
            Participants participants,
            DeclaringInterests declaring,
            ConflictDeclarations declarations,
            Clock clock) {
        this.reviews = reviews;
        this.participants = participants;
        this.declaring = declaring;
        this.declarations = declarations;
        this.clock = clock;
    }

    /** Whether this person signed already; refuses whoever takes no part, who has nothing to sign. */
    public boolean declared(ReviewId id, Actor actor) {
        demandPart(reviews.get(id), actor);
        return declarations.none(id, actor.username());
    }

    /** Signs that the person has no interest in the contract; a second signature changes nothing. */
    @Transactional
    public void declareNone(ReviewId id, Actor actor) {
        ReviewCase review = reviews.get(id);
        if (declared(id, actor)) {
            return;
        }
        if (review.closed()) {
            throw Refused.conflict("This review is closed.");
        }
        declaring.declareNone(id, review.contract(), actor.username(), clock.instant());
    }

    /** Declares a conflict, and takes no further part with it. */
    @Transactional
    public void declareConflict(ReviewId id, @Nullable Interest interest, Actor actor) {
        ReviewCase review = reviews.lock(id);
        demandPart(review, actor);
        declaring.stepBack(review, null, interest, actor);
    }

    private void demandPart(ReviewCase review, Actor actor) {
        if (!participants.mayTalk(review, actor)) {
            throw Refused.notAllowed("You take no part in this review, so there is nothing to declare (H1, H2).");
        }
    }
}
