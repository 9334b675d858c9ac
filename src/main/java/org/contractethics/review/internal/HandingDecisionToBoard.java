package org.contractethics.review.internal;

import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A decision waits already when its last panel chair steps back: the board committee, which records it now, is told. */
@Component
class HandingDecisionToBoard {

    private final ReviewCases reviews;
    private final Participation participation;
    private final StageTasks tasks;
    private final ContractRegister contracts;
    private final Notices notices;

    HandingDecisionToBoard(
            ReviewCases reviews,
            Participation participation,
            StageTasks tasks,
            ContractRegister contracts,
            Notices notices) {
        this.reviews = reviews;
        this.participation = participation;
        this.tasks = tasks;
        this.contracts = contracts;
        this.notices = notices;
    }

    /** In the transaction of the declaration, and of nobody's but a panel chair's: the board is told once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ConflictDeclared declared) {
        ReviewCase review = reviews.get(declared.review());
        if (tasks.open(review.id(), Stage.DECISION).isPresent()
                && participation.chairs(declared.person())
                && participation.chairsBarredFromDecision(review)) {
            notices.decisionFallsToBoard(review, contracts.get(review.contract()));
        }
    }
}
