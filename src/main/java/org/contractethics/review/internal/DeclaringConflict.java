package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** H2: who declares a conflict of interest takes no further part in the review, and their vote does not count. */
@Component
public class DeclaringConflict {

    private final ReviewCases reviews;
    private final Recusals recusals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclaringConflict(ReviewCases reviews, Recusals recusals, ApplicationEventPublisher events, Clock clock) {
        this.reviews = reviews;
        this.recusals = recusals;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void declare(ReviewId id, Stage stage, @Nullable Interest interest, Actor actor) {
        ReviewCase review = reviews.lock(id);
        if (stage.candidates().stream().noneMatch(actor::has) || stage == Stage.CLARIFICATION) {
            throw Refused.notAllowed("You have no part in this stage, so there is nothing to step back from.");
        }
        if (review.closed()) {
            throw Refused.conflict("This review is closed.");
        }
        if (interest == null) {
            throw Refused.invalid("Choose what kind of interest it is.");
        }
        Instant now = clock.instant();
        if (!recusals.add(id, actor.username(), stage, interest, now)) {
            throw Refused.conflict("You declared a conflict in this review already.");
        }
        events.publishEvent(Facts.of("reviewId", id)
                .and("stage", stage.name())
                .recorded("recusal-declared", review.contract(), actor.username(), now));
        events.publishEvent(new ConflictDeclared(id, actor.username(), now));
    }
}
