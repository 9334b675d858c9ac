package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews a signed contract anew because its re-review found that it may hold no longer. The whole way is gone again, with
 * the account owner as before; nothing of the old approval is carried over.
 */
@Component
public class ReviewingAnew {

    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final NextReview next;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewingAnew(
            ReviewCases reviews,
            ContractRegister contracts,
            NextReview next,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.next = next;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewId open(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        ReviewCase last = reviews.of(id).get(0);
        if (!last.closed()) {
            throw Refused.conflict("A review of this contract is open already.");
        }
        if (contract.state() != ContractState.SIGNED) {
            throw Refused.conflict(
                    "This contract is " + contract.state().words() + ". Whether its services go on is decided first.");
        }
        Instant now = clock.instant();
        ReviewCase review = next.after(last, contract, now);
        reviews.add(review);
        contracts.reviewProgressed(id, ContractState.IN_REVIEW, null, null);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("documentSetHash", review.documentSetHash())
                .and("reference", contract.reference())
                .and("after", last.id())
                .recorded("review-opened", id, actor.username(), now));
        events.publishEvent(new ReviewOpened(review.id(), id, review.submitter(), now));
        notices.opened(review, contract);
        return review.id();
    }
}
