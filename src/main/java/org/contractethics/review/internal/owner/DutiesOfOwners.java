package org.contractethics.review.internal.owner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.review.internal.question.StageQuestions;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** What waits for the account owner and for nobody else: answers to questions and clarification requests, and their conditions. */
@Component
class DutiesOfOwners {

    private final ReviewCases reviews;
    private final StageTasks tasks;
    private final StageQuestions questions;
    private final FollowedConditions conditions;
    private final Clock clock;

    DutiesOfOwners(
            ReviewCases reviews,
            StageTasks tasks,
            StageQuestions questions,
            FollowedConditions conditions,
            Clock clock) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.questions = questions;
        this.conditions = conditions;
        this.clock = clock;
    }

    boolean overdue(ContractId contract) {
        Instant now = clock.instant();
        return reviews.of(contract).stream()
                .anyMatch(review ->
                        (!review.closed() && answerOverdue(review, now)) || conditionOverdue(review, contract, now));
    }

    private boolean answerOverdue(ReviewCase review, Instant now) {
        return questions
                        .open(review.id())
                        .filter(question -> tasks.answerOverdue(question.id()))
                        .isPresent()
                || tasks.open(review.id(), Stage.CLARIFICATION)
                        .map(StageTasks.StageTask::dueAt)
                        .filter(now::isAfter)
                        .isPresent();
    }

    private boolean conditionOverdue(ReviewCase review, ContractId contract, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return conditions.openOf(contract).stream()
                .filter(condition -> condition.owner().equals(review.owner()))
                .anyMatch(condition -> condition.dueOn().isBefore(today));
    }
}
