package org.contractethics.review.internal;

import java.time.Instant;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.StageWork.Open;
import org.springframework.stereotype.Component;

/** Sends a review back to the account owner with a question; what follows is a fresh pass with a new vote. */
@Component
class Returning {

    private final ReviewCases reviews;
    private final Clarifications clarifications;
    private final ContractRegister contracts;

    Returning(ReviewCases reviews, Clarifications clarifications, ContractRegister contracts) {
        this.reviews = reviews;
        this.clarifications = clarifications;
        this.contracts = contracts;
    }

    /** Called when the stage is finished, because its result belongs to the pass that ends here. */
    void withQuestion(Open open, String question) {
        withQuestion(open.review(), question, open.actor().username(), open.now());
    }

    void withQuestion(ReviewCase review, String question, String askedBy, Instant at) {
        reviews.decided(review.id(), "RETURN");
        reviews.nextPass(review.id());
        clarifications.ask(review.id(), review.pass() + 1, question, askedBy, at);
        contracts.reviewProgressed(review.contract(), ContractState.RETURNED, Rows.name(review.tier()), "RETURN");
    }
}
