package org.contractethics.review.internal;

import java.time.Clock;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews a contract in force anew, because its re-review found that its approval may hold no longer or because its services go on
 * without one. The whole way is gone again, with
 * the account owner as before; nothing of the old approval is carried over.
 */
@Component
public class ReviewingAnew {

    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final NextReview next;
    private final OpeningReview opening;
    private final Clock clock;

    ReviewingAnew(
            ReviewCases reviews, ContractRegister contracts, NextReview next, OpeningReview opening, Clock clock) {
        this.reviews = reviews;
        this.contracts = contracts;
        this.next = next;
        this.opening = opening;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ReviewId open(ContractId id, Actor actor) {
        Contract contract = contracts.get(id);
        ReviewCase last = reviews.of(id).get(0);
        if (!last.closed()) {
            throw OpeningReview.openAlready();
        }
        if (contract.state() != ContractState.SIGNED && contract.state() != ContractState.REGISTERED) {
            throw Refused.conflict(
                    "This contract is " + contract.state().words() + ". Whether its services go on is decided first.");
        }
        ReviewCase review = next.after(last, contract, clock.instant());
        opening.open(review, contract, actor.username(), facts -> facts.and("after", last.id()));
        return review.id();
    }
}
