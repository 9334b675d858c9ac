package org.contractethics.review.internal.owner;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.contract.ConflictsInReview;
import org.contractethics.contract.OwnersInReview;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may become the account owner of a contract, and who may hand it over in place of one. A hand-over sheds no conflict and makes none. */
@Component
class JudgingOwners implements OwnersInReview, ConflictsInReview {

    private final ReviewCases reviews;
    private final Participation participation;
    private final VoteRounds rounds;
    private final StageTasks tasks;
    private final DutiesOfOwners duties;
    private final JdbcClient jdbc;

    JudgingOwners(
            ReviewCases reviews,
            Participation participation,
            VoteRounds rounds,
            StageTasks tasks,
            DutiesOfOwners duties,
            JdbcClient jdbc) {
        this.reviews = reviews;
        this.participation = participation;
        this.rounds = rounds;
        this.tasks = tasks;
        this.duties = duties;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> againstOwning(ContractId contract, Actor person) {
        List<String> objections = new ArrayList<>();
        List<ReviewCase> open =
                reviews.of(contract).stream().filter(review -> !review.closed()).toList();
        if (reviewed(contract, person) || open.stream().anyMatch(review -> holdsTask(review, person))) {
            objections.add("This person takes part in the review of the contract, or did. Choose somebody else (H1).");
        } else if (open.stream().anyMatch(review -> couldVote(review, person))) {
            objections.add(
                    "A vote on the contract is open in which this person could vote. Choose somebody else, or wait until it is closed (H1).");
        }
        return objections;
    }

    @Override
    public List<String> againstHandingOver(ContractId contract, Actor actor) {
        return againstDeciding(contract, actor);
    }

    @Override
    public List<String> againstDeciding(ContractId contract, Actor actor) {
        return reviews.of(contract).stream()
                .flatMap(review -> participation.bars(review, actor).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean overdueOfOwner(ContractId contract) {
        return duties.overdue(contract);
    }

    private boolean reviewed(ContractId contract, Actor person) {
        return jdbc.sql(
                        "select exists (select 1 from review.reviewed_by where contract = :contract and person = :person)")
                .param("contract", contract.value())
                .param("person", person.username())
                .query(Boolean.class)
                .single();
    }

    private boolean holdsTask(ReviewCase review, Actor person) {
        return tasks.open(review.id()).stream()
                .filter(task -> task.stage() != Stage.CLARIFICATION)
                .anyMatch(task -> person.username().equals(task.assignee()));
    }

    /** Whether or not they were drawn: an alternate may still come in. */
    private boolean couldVote(ReviewCase review, Actor person) {
        return rounds.open(review.id()).isPresent()
                && participation.conflicts(review).against(person).isEmpty();
    }
}
