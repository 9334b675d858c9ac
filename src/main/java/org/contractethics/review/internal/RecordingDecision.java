package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Decision.Condition;
import org.contractethics.review.internal.StageForm.DecisionTaken;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.delta.DeltaReviewRows;
import org.contractethics.review.internal.measure.AnsweringInDecision;
import org.contractethics.review.internal.measure.WhatWaits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S8: writes the decision down. It is what the vote carried; every vote against it stays as a dissent of its own (H5). */
@Component
public class RecordingDecision {

    private final StageWork work;
    private final ReviewCases reviews;
    private final DecisionBasis basis;
    private final Decisions decisions;
    private final DecisionFactsOfRecord facts;
    private final WeighedFacts weighed;
    private final DeltaReviewRows deltas;
    private final Returning returning;
    private final ContractRegister contracts;
    private final WhatWaits waits;
    private final AnsweringInDecision concerns;

    RecordingDecision(
            StageWork work,
            ReviewCases reviews,
            DecisionBasis basis,
            Decisions decisions,
            DecisionFactsOfRecord facts,
            WeighedFacts weighed,
            DeltaReviewRows deltas,
            Returning returning,
            ContractRegister contracts,
            WhatWaits waits,
            AnsweringInDecision concerns) {
        this.work = work;
        this.reviews = reviews;
        this.basis = basis;
        this.decisions = decisions;
        this.facts = facts;
        this.weighed = weighed;
        this.deltas = deltas;
        this.returning = returning;
        this.contracts = contracts;
        this.waits = waits;
        this.concerns = concerns;
    }

    public List<FormProblem> problems(ReviewCase review, Verdict verdict) {
        return basis.problems(review, verdict);
    }

    /** @param answers to each open concern that the actor may know of, by its id */
    @Transactional
    public DecisionId record(ReviewId id, Verdict verdict, Map<String, String> answers, Actor actor) {
        Open open = work.begin(id, Stage.DECISION, actor);
        VoteRound round = basis.closedRound(open.review())
                .orElseThrow(() -> Refused.conflict("There is no closed vote to decide on."));
        TriageConfirmation triage = basis.triage(open.review());
        List<Vote> valid = basis.validVotes(open.review(), round);
        Problems.refuse(basis.problems(open.review(), round, valid, triage, verdict));
        List<OpenConcern> asked = concerns.toAnswer(open.review().contract(), actor);
        Problems.refuse(concerns.problems(asked, answers));
        demandExamined(open.review());
        waits.demandHeard(open.review().contract());
        if (verdict.approves()) {
            demandWeighedFacts(open.review());
            basis.demandWeighed(open.review());
        }
        Decision decision = decision(open, round, valid, triage, verdict);
        decisions.add(decision, basis.appealEnd(open.now()));
        if (decision.outcome() == Outcome.SUSPEND) {
            decisions.hold(decision.id(), verdict.hold());
        }
        concerns.keep(decision.id(), decision.contract(), asked, answers, actor, open.now())
                .forEach(work::publish);
        progress(decision);
        facts.publish(open, decision);
        work.finish(
                open,
                new DecisionTaken(decision.id().toString(), decision.outcome(), decision.reasons()),
                Map.of("outcome", decision.outcome().name()));
        afterwards(open, decision, verdict);
        return decision.id();
    }

    private void progress(Decision decision) {
        reviews.decided(decision.review(), decision.outcome().name());
        if (decision.outcome() != Outcome.RETURN) {
            contracts.reviewProgressed(
                    decision.contract(),
                    state(decision.outcome()),
                    decision.tier().name(),
                    decision.outcome().name());
        }
    }

    private void afterwards(Open open, Decision decision, Verdict verdict) {
        if (decision.outcome() == Outcome.RETURN) {
            returning.withQuestion(open, verdict.question());
            return;
        }
        if (decision.outcome() == Outcome.SUSPEND || decision.outcome() == Outcome.EXIT) {
            work.publish(new HoldDecided(decision.contract(), decision.id(), open.actor(), open.now()));
        }
        if (decision.outcome() == Outcome.REJECT) {
            work.publish(new ContractRefused(decision.contract()));
        }
        work.publish(new DecisionSettled(decision));
    }

    /** A review was decided, by the vote of its reviewers or panel; not returned, and not changed on appeal. */
    public record DecisionSettled(Decision decision) {}

    /** The services of a contract that runs are suspended or to be ended, from this moment on (S13, S15). */
    public record HoldDecided(ContractId contract, DecisionId decision, Actor by, Instant at) {}

    /** Changes are refused while facts are weighed; this is for those that came another way (H8). */
    private void demandWeighedFacts(ReviewCase review) {
        List<String> changed = weighed.changed(review.id(), review.pass());
        if (!changed.isEmpty()) {
            throw Refused.conflict("These facts of the contract are not those that were weighed: "
                    + WeighedFacts.words(changed) + ". An approval would be for another contract (H8).");
        }
    }

    /** The process leads through every stage; this is for who completed a task past the use cases (H8). */
    private void demandExamined(ReviewCase review) {
        String missing = deltas.missing(
                review.id(), review.pass(), review.confirmedTier().name());
        if (missing != null) {
            throw Refused.conflict("The change after the approval touches stages that were not done anew: "
                    + missing.toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ". Nothing can be decided without them (H8).");
        }
    }

    private Decision decision(
            Open open, VoteRound round, List<Vote> valid, TriageConfirmation triage, Verdict verdict) {
        ReviewCase review = open.review();
        Outcome outcome = Objects.requireNonNull(verdict.outcome());
        return new Decision(
                new DecisionId(UUID.randomUUID()),
                review.id(),
                review.contract(),
                review.pass(),
                round.round(),
                review.confirmedTier(),
                outcome,
                verdict.reasons(),
                verdict.rights(),
                round.space().policy().number(),
                round.space().policy().contentHash(),
                review.documentSetHash(),
                review.contractVersion(),
                new Decision.DecisionTables(triage, round.space()),
                open.actor().username(),
                open.now(),
                verdict.expiresOn(),
                verdict.conditions().stream().map(RecordingDecision::condition).toList(),
                AskedCondition.answered(basis.asked(round, valid, outcome), verdict),
                // none against a return that something else than the vote asks for: the votes were about something else
                outcome.name().equals(round.carried()) ? basis.dissents(round, outcome) : List.of());
    }

    static Condition condition(Verdict.ProposedCondition proposed) {
        return new Condition(
                UUID.randomUUID(),
                proposed.text(),
                proposed.owner(),
                Objects.requireNonNull(proposed.dueOn()),
                proposed.blocking(),
                proposed.evidence());
    }

    /** The last day an approval may hold: it is reviewed again at the interval of its tier. */
    public LocalDate lastDay(ReviewCase review, LocalDate today) {
        return basis.lastDay(review, today);
    }

    private static ContractState state(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> ContractState.APPROVED;
            case CONDITIONAL -> ContractState.APPROVED_WITH_CONDITIONS;
            case RETURN -> ContractState.RETURNED;
            case REJECT -> ContractState.REJECTED;
            case SUSPEND -> ContractState.SUSPENDED;
            case EXIT -> ContractState.EXITING;
        };
    }
}
