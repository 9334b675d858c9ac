package org.contractethics.review.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Reviews.DeltaReviewOpened;
import org.contractethics.review.internal.delta.DeltaReview;
import org.contractethics.review.internal.delta.DeltaReview.Whole;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.shared.ReviewId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** H8: opens the delta review after an approval that lapsed because facts or documents changed. It begins at the legal check. */
@Component
class OpeningDeltaReview {

    private final ReviewCases reviews;
    private final DeltaReviewRows deltas;
    private final WholeReasons wholeReasons;
    private final NextReview next;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    OpeningDeltaReview(
            ReviewCases reviews,
            DeltaReviewRows deltas,
            WholeReasons wholeReasons,
            NextReview next,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.deltas = deltas;
        this.wholeReasons = wholeReasons;
        this.next = next;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
    }

    /**
     * Whether the contract can be reviewed now: where its services are suspended, whether they go on is decided first. A restriction by
     * the chair goes on beside the review.
     */
    static boolean possible(Contract contract) {
        return contract.state() != ContractState.SUSPENDED
                && !contract.state().ending()
                && contract.state() != ContractState.STOPPED;
    }

    /** @param before the closed review whose approval lapsed */
    @Transactional(propagation = Propagation.MANDATORY)
    ReviewId open(ReviewCase before, Decision approval, String actor, Instant now) {
        Contract contract = contracts.get(before.contract());
        ReviewCase review = next.after(before, contract, now);
        reviews.add(review);
        DeltaReview delta = new DeltaReview(review.id(), before.id(), approval.pass(), approval.id(), now, null);
        deltas.add(delta);
        List<String> changes = deltas.changes(review.id());
        Optional<String> whole = wholeReasons.known(delta, approval, changes);
        whole.ifPresent(reason -> deltas.whole(review.id(), new Whole(1, reason), now));
        contracts.reviewProgressed(contract.id(), ContractState.IN_REVIEW, null, null);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("documentSetHash", review.documentSetHash())
                .and("reference", contract.reference())
                .and("after", before.id())
                .and("afterDecision", approval.id())
                .and("delta", true)
                .and("changed", changes)
                .and("wholeBecause", whole.orElse(null))
                .recorded("review-opened", contract.id(), actor, now));
        events.publishEvent(new DeltaReviewOpened(review.id(), contract.id(), review.submitter(), now));
        notices.deltaOpened(review, contract, WeighedFacts.words(changes));
        return review.id();
    }
}
