package org.contractethics.review.internal;

import java.util.function.UnaryOperator;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews.ReviewOpened;
import org.contractethics.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a review begins with, whoever asked for it: its contract is in review, the record says so, its process starts, its first task waits. */
@Component
class OpeningReview {

    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    OpeningReview(ReviewCases reviews, ContractRegister contracts, Notices notices, ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
    }

    /** @param more adds to the entry of the record what is told of this way to begin */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(ReviewCase review, Contract contract, String actor, UnaryOperator<Facts> more) {
        contracts.reviewProgressed(contract.id(), ContractState.IN_REVIEW, null, null);
        // of two who open one at once, the second waits here for the first
        demandNoneOpen(contract);
        reviews.add(review);
        events.publishEvent(more.apply(Facts.of("reviewId", review.id())
                        .and("documentSetHash", review.documentSetHash())
                        .and("reference", contract.reference()))
                .recorded("review-opened", contract.id(), actor, review.openedAt()));
        events.publishEvent(new ReviewOpened(review.id(), contract.id(), review.submitter(), review.openedAt()));
        notices.opened(review, contract);
    }

    private void demandNoneOpen(Contract contract) {
        if (!reviews.of(contract.id()).stream().allMatch(ReviewCase::closed)) {
            throw openAlready();
        }
    }

    static Refused openAlready() {
        return Refused.conflict("A review of this contract is open already.");
    }
}
