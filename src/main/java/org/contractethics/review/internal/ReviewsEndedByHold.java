package org.contractethics.review.internal;

import java.util.Optional;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reviews that ended without a decision, because the services of their contract were held (S13, S15). What such a review was to decide is
 * decided by nobody, and what stands behind the contract is still the decision before it.
 */
@Component
class ReviewsEndedByHold {

    private final JdbcClient jdbc;
    private final ReviewCases reviews;
    private final Decisions decisions;

    ReviewsEndedByHold(JdbcClient jdbc, ReviewCases reviews, Decisions decisions) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.decisions = decisions;
    }

    /** Whether a hold ended it before it was decided. */
    boolean has(ReviewCase review) {
        return jdbc.sql("select review.ended_by_hold(:review)")
                .param("review", review.id().value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the contract was signed on the approval. */
    boolean signedOn(Decision approval) {
        return jdbc.sql("select exists (select 1 from review.gate_confirmation g where g.decision_id = :decision)")
                .param("decision", approval.id().value())
                .query(Boolean.class)
                .single();
    }

    /** The review that speaks for the contract: the newest, or the one of the last decision where a hold ended the newest undecided. */
    Optional<ReviewCase> speakingFor(ContractId contract) {
        Optional<ReviewCase> newest = reviews.of(contract).stream().findFirst();
        return newest.filter(this::has)
                .flatMap(ended -> decisions.latestAbout(contract))
                .map(decision -> reviews.get(decision.review()))
                .or(() -> newest);
    }
}
