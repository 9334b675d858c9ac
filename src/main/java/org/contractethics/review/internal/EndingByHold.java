package org.contractethics.review.internal;

import java.time.Instant;
import org.contractethics.review.Reviews.EndedByHold;
import org.contractethics.review.internal.StageWork.StageEnds;
import org.contractethics.shared.ContractId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * S13, S15: the services of a contract are held, so a review of it that is still open ends where it stands. Where a vote was
 * cast it stays sealed: it was never closed (H4).
 */
@Component
public class EndingByHold {

    private final ReviewCases reviews;
    private final VoteRounds rounds;
    private final Votes votes;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    EndingByHold(
            ReviewCases reviews, VoteRounds rounds, Votes votes, Notices notices, ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.rounds = rounds;
        this.votes = votes;
        this.notices = notices;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(ContractId contract, String actor, Instant now) {
        reviews.of(contract).stream()
                .filter(review -> !review.closed())
                .findFirst()
                .ifPresent(review -> end(reviews.lock(review.id()), actor, now));
    }

    private void end(ReviewCase review, String actor, Instant now) {
        events.publishEvent(new StageEnds(review.id(), actor));
        rounds.open(review.id())
                .filter(round -> votes.of(review.id(), round.round()).isEmpty())
                .ifPresent(round -> rounds.close(review.id(), round.round(), actor, now, null));
        reviews.close(review.id(), now);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("reason", "SERVICES_HELD")
                .recorded("review-closed", review.contract(), actor, now));
        events.publishEvent(new EndedByHold(review.id(), now));
        notices.endedByHold(review);
    }
}
