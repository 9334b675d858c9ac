package org.contractethics.review.internal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/** The decision on an appeal: bound to the same documents, vote and tables as the first one, which stays beside it (H6). */
@Component
public class ChangingDecision {

    private final ReviewCases reviews;
    private final DecisionBasis basis;
    private final Decisions decisions;
    private final DecisionFactsOfRecord facts;
    private final WeighedFacts weighed;
    private final ContractRegister contracts;

    ChangingDecision(
            ReviewCases reviews,
            DecisionBasis basis,
            Decisions decisions,
            DecisionFactsOfRecord facts,
            WeighedFacts weighed,
            ContractRegister contracts) {
        this.reviews = reviews;
        this.basis = basis;
        this.decisions = decisions;
        this.facts = facts;
        this.weighed = weighed;
        this.contracts = contracts;
    }

    /** What the decision can be changed to: allowed by the tables, and not what it is. */
    public Set<Outcome> outcomes(ReviewCase review) {
        Outcome first = first(review).outcome();
        return basis.closedRound(review).stream()
                .flatMap(round -> round.space().allowed().stream())
                .filter(outcome -> Appeal.OUTCOMES.contains(outcome) && outcome != first)
                .collect(Collectors.toSet());
    }

    /** The majority the tables ask of the decision. */
    String majority(ReviewCase review) {
        return basis.closedRound(review).map(round -> round.space().majority()).orElse("MAJORITY");
    }

    /** An approval that is changed, or whose case goes back, is one no longer. */
    void lapseApproval(Open open, AppealResult ruled) {
        Decision first = first(open.review());
        if (!first.approves()) {
            return;
        }
        String reason = ruled == AppealResult.CHANGE
                ? "The board committee changed it on appeal."
                : "The board committee sent the case back on appeal.";
        decisions.lapse(first.id(), reason, open.now());
        facts.lapsed(open, first, reason);
    }

    List<FormProblem> problems(ReviewCase review, Verdict verdict) {
        return basis.changeProblems(review, first(review), verdict);
    }

    /** The outcome that stands, of the first decision or of the one on its appeal. */
    Outcome standing(ReviewCase review) {
        return first(review).outcome();
    }

    void change(Open open, Verdict verdict) {
        ReviewCase review = open.review();
        if (verdict.approves() && !weighed.changed(review.id(), review.pass()).isEmpty()) {
            throw Refused.conflict(
                    "The facts of the contract are not those that were weighed. Return the case instead.");
        }
        Decision changed = changed(open, first(review), verdict);
        decisions.add(changed);
        reviews.decided(review.id(), changed.outcome().name());
        contracts.reviewProgressed(
                changed.contract(),
                state(changed.outcome()),
                changed.tier().name(),
                changed.outcome().name());
        facts.publish(open, changed);
    }

    private Decision first(ReviewCase review) {
        return decisions.latestOf(review.id()).orElseThrow();
    }

    private static Decision changed(Open open, Decision first, Verdict verdict) {
        return new Decision(
                new DecisionId(UUID.randomUUID()),
                first.review(),
                first.contract(),
                first.pass(),
                first.round(),
                first.tier(),
                Objects.requireNonNull(verdict.outcome()),
                verdict.reasons(),
                verdict.rights(),
                first.policyNumber(),
                first.policyHash(),
                first.documentSetHash(),
                first.contractVersion(),
                first.tables(),
                open.actor().username(),
                open.now(),
                verdict.expiresOn(),
                verdict.conditions().stream().map(RecordingDecision::condition).toList(),
                List.of());
    }

    private static ContractState state(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> ContractState.APPROVED;
            case CONDITIONAL -> ContractState.APPROVED_WITH_CONDITIONS;
            default -> ContractState.REJECTED;
        };
    }
}
