package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.discussion.Discussion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Discussion": what was said last about the review, for those who take part in it. */
@Component
class DiscussionPanel implements CasePanel {

    private static final int ORDER = 350;
    private static final int SHOWN = 5;

    private final ReviewCases reviews;
    private final Discussion discussion;

    DiscussionPanel(ReviewCases reviews, Discussion discussion) {
        this.reviews = reviews;
        this.discussion = discussion;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return reviews.of(contract).stream()
                .findFirst()
                .flatMap(review -> discussion.seenBy(review, viewer, SHOWN))
                .map(view -> new View(ORDER, Column.MAIN, "review/discussion-panel", Map.of("view", view)));
    }
}
