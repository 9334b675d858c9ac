package org.contractethics.review.web;

import java.util.Map;
import java.util.Optional;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.question.QuestionsSeen;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** "Questions to the account owner": what was asked and answered while stages were open, and putting another one. */
@Component
class QuestionsPanel implements CasePanel {

    /** Behind "Work to do". */
    private static final int ORDER = 210;

    private final ReviewCases reviews;
    private final QuestionsSeen questions;

    QuestionsPanel(ReviewCases reviews, QuestionsSeen questions) {
        this.reviews = reviews;
        this.questions = questions;
    }

    @Override
    public Optional<View> panel(ContractId contract, Actor viewer) {
        return reviews.of(contract).stream()
                .findFirst()
                .flatMap(review -> questions.of(review, viewer))
                .map(view -> new View(ORDER, Column.MAIN, "review/questions-panel", Map.of("view", view)));
    }
}
