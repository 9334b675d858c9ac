package org.contractethics.review.internal;

import org.contractethics.finding.FindingJudges;
import org.contractethics.review.internal.discussion.Participants;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Findings are judged by the reviewers of the newest review of the contract, as long as it is open. */
@Component
class JudgesOfReview implements FindingJudges {

    private static final Role[] JUDGING = {
        Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT
    };

    private final ReviewCases reviews;
    private final Participants participants;

    JudgesOfReview(ReviewCases reviews, Participants participants) {
        this.reviews = reviews;
        this.participants = participants;
    }

    @Override
    public boolean mayJudge(ContractId contract, Actor actor) {
        return reviews.of(contract).stream()
                .findFirst()
                .filter(review -> !review.closed())
                .map(review -> participants.mayContribute(review, actor, JUDGING))
                .orElse(false);
    }
}
