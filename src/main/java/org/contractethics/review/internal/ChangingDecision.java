package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.measure.AnsweringInDecision;
import org.contractethics.review.internal.measure.WhatWaits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns.OpenConcern;
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
    private final WhatWaits waits;
    private final AnsweringInDecision concerns;
    private final SpaceLimits limits;

    ChangingDecision(
            ReviewCases reviews,
            DecisionBasis basis,
            Decisions decisions,
            DecisionFactsOfRecord facts,
            WeighedFacts weighed,
            ContractRegister contracts,
            WhatWaits waits,
            AnsweringInDecision concerns,
            SpaceLimits limits) {
        this.reviews = reviews;
        this.basis = basis;
        this.decisions = decisions;
        this.facts = facts;
        this.weighed = weighed;
        this.contracts = contracts;
        this.waits = waits;
        this.concerns = concerns;
        this.limits = limits;
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

    /** Each open concern that the actor may know of; a changed decision answers them like the first one. */
    List<OpenConcern> toAnswer(ReviewCase review, Actor actor) {
        return concerns.toAnswer(review.contract(), actor);
    }

    List<FormProblem> problems(List<OpenConcern> asked, Map<String, String> answers) {
        return concerns.problems(asked, answers);
    }

    /**
     * @param asked what the answers are to, asked under the lock of the review
     * @return for the record: that each of these concerns was answered
     */
    List<Facts.Recorded> change(Open open, Verdict verdict, List<OpenConcern> asked, Map<String, String> answers) {
        ReviewCase review = open.review();
        waits.demandHeard(review.contract());
        if (verdict.approves()) {
            demandApprovable(review);
        }
        Decision changed = changed(open, first(review), verdict);
        decisions.add(changed, basis.appealEnd(open.now()));
        List<Facts.Recorded> weighedConcerns =
                concerns.keep(changed.id(), changed.contract(), asked, answers, open.actor(), open.now());
        reviews.decided(review.id(), changed.outcome().name());
        contracts.reviewProgressed(
                changed.contract(),
                state(changed.outcome()),
                changed.tier().name(),
                changed.outcome().name());
        facts.publish(open, changed);
        return weighedConcerns;
    }

    private void demandApprovable(ReviewCase review) {
        if (!weighed.changed(review.id(), review.pass()).isEmpty()) {
            throw Refused.conflict(
                    "The facts of the contract are not those that were weighed. Return the case instead.");
        }
        limits.demandWeighed(review);
        limits.higherTier(review).ifPresent(reason -> {
            throw Refused.conflict(reason);
        });
        if (limits.lacksClearance(review)) {
            throw Refused.conflict(
                    "The contract is secret, and nobody who is cleared for it may take part in its review any more."
                            + " Return the case instead (H15).");
        }
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
                List.of(),
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
