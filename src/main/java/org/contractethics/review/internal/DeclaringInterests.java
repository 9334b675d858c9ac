package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Participation.Standing;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * H2: everybody signs once for each review, before they work on it, whether an interest of theirs stands behind it. Who declares a
 * conflict, then or later, takes no further part in the review, and their vote does not count.
 */
@Component
public class DeclaringInterests {

    private final ReviewCases reviews;
    private final Participation participation;
    private final ConflictDeclarations declarations;
    private final Recusals recusals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclaringInterests(
            ReviewCases reviews,
            Participation participation,
            ConflictDeclarations declarations,
            Recusals recusals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.participation = participation;
        this.declarations = declarations;
        this.recusals = recusals;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this person signed already; refuses where they may not work on the stage, so that there is nothing to sign. */
    public boolean declared(ReviewId id, Stage stage, Actor actor) {
        return standing(id, stage, actor).declared();
    }

    /**
     * Signs that the person has no interest in the contract; a second signature changes nothing. Without holding the review:
     * voters do not wait for each other.
     */
    @Transactional
    public void declareNone(ReviewId id, Stage stage, Actor actor) {
        declareNone(standing(id, stage, actor), actor);
    }

    /**
     * The same for who has read already that the person may work on the stage.
     *
     * @return what stands against them after the signature
     */
    Standing declareNone(Standing standing, Actor actor) {
        refuseObjections(standing);
        if (standing.declared()) {
            return standing;
        }
        ReviewCase review = standing.review();
        refuseClosed(review);
        sign(review.id(), review.contract(), null, actor.username(), clock.instant());
        return standing.signed();
    }

    /** The same for a second review of the decision, or before adding to a review; whether they may is for the caller to know. */
    public void declareNone(ReviewId id, ContractId contract, String person, Instant now) {
        sign(id, contract, null, person, now);
    }

    /** Declares a conflict, and steps back with it: instead of working on the stage, or at any moment after. */
    @Transactional
    public void declareConflict(ReviewId id, Stage stage, @Nullable Interest interest, Actor actor) {
        ReviewCase review = reviews.lock(id);
        if (stage.candidates().stream().noneMatch(actor::has) || stage == Stage.CLARIFICATION) {
            throw Refused.notAllowed("You have no part in this stage, so there is nothing to step back from.");
        }
        stepBack(review, stage, interest, actor);
    }

    /**
     * The same; called while the review is held, by whoever knows that the person has a part in it.
     *
     * @param stage null where they work on none
     */
    public void stepBack(ReviewCase review, @Nullable Stage stage, @Nullable Interest interest, Actor actor) {
        ReviewId id = review.id();
        refuseClosed(review);
        if (interest == null) {
            throw Refused.invalid("Choose what kind of interest it is.");
        }
        Instant now = clock.instant();
        if (!recusals.add(id, actor.username(), stage, interest, now)) {
            throw Refused.conflict("You declared a conflict in this review already.");
        }
        sign(id, review.contract(), interest, actor.username(), now);
        events.publishEvent(Facts.of("reviewId", id)
                .and("stage", stage)
                .recorded("recusal-declared", review.contract(), actor.username(), now));
        events.publishEvent(new ConflictDeclared(id, actor.username(), now));
    }

    /** What kind of interest it is stays with the review. */
    private void sign(ReviewId id, ContractId contract, @Nullable Interest interest, String person, Instant now) {
        if (declarations.add(id, person, interest, now)) {
            events.publishEvent(Facts.of("reviewId", id)
                    .and("conflict", interest != null)
                    .recorded("interests-declared", contract, person, now));
        }
    }

    private Standing standing(ReviewId id, Stage stage, Actor actor) {
        Standing standing = participation.standing(id, stage, actor);
        refuseObjections(standing);
        return standing;
    }

    private static void refuseObjections(Standing standing) {
        if (!standing.objections().isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, standing.objections());
        }
    }

    private static void refuseClosed(ReviewCase review) {
        if (review.closed()) {
            throw Refused.conflict("This review is closed.");
        }
    }
}
