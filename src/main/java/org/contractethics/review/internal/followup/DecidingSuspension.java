package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.EndingByHold;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.SuspensionReview.Proposal;
import org.contractethics.review.internal.followup.SuspensionReview.Ruling;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S13: the chair proposes, another person of the board committee confirms; only then anything happens. */
@Component
public class DecidingSuspension {

    private static final String REFUSED = "The reviews of this contract ended with a rejection or a legal stop. ";
    private static final String NOT_CONTINUED =
            REFUSED + "Its services do not simply continue: they are suspended, or the contract is ended (H6).";
    private static final String NOT_LIFTED =
            REFUSED + "Its suspension is not lifted: it is kept, or the contract is ended (H6).";

    private final FollowUpWork work;
    private final Suspensions suspensions;
    private final SignedContracts signed;
    private final EndingInterimMeasures interim;
    private final OpeningExit exit;
    private final EndingByHold ending;
    private final ChairOfContract chair;
    private final FollowUpNotices notices;

    DecidingSuspension(
            FollowUpWork work,
            Suspensions suspensions,
            SignedContracts signed,
            EndingInterimMeasures interim,
            OpeningExit exit,
            EndingByHold ending,
            ChairOfContract chair,
            FollowUpNotices notices) {
        this.work = work;
        this.suspensions = suspensions;
        this.signed = signed;
        this.interim = interim;
        this.exit = exit;
        this.ending = ending;
        this.chair = chair;
        this.notices = notices;
    }

    /** What the chair writes down. */
    public record Draft(@Nullable SuspensionOutcome outcome, String reasons, String customerNotice, String safety) {}

    /** What can be proposed now: the services of a contract that its review refused do not run by two people's word (H6). */
    public List<SuspensionOutcome> outcomes(SuspensionReview review) {
        boolean refused = signed.refusedLast(review.contract());
        return SuspensionOutcome.of(review.purpose()).stream()
                .filter(outcome -> !refused || outcome.holds())
                .toList();
    }

    /** Why some outcomes cannot be proposed; empty where all can. */
    public Optional<String> refusedLast(SuspensionReview review) {
        return signed.refusedLast(review.contract())
                ? Optional.of(review.purpose() == SuspensionReview.Purpose.LIFT ? NOT_LIFTED : NOT_CONTINUED)
                : Optional.empty();
    }

    public List<FormProblem> problems(SuspensionReview review, Draft draft) {
        SuspensionOutcome proposed = draft.outcome();
        Problems problems = new Problems();
        if (proposed == null || !SuspensionOutcome.of(review.purpose()).contains(proposed)) {
            problems.when(true, "outcome", "Choose what becomes of the services.");
        } else if (!outcomes(review).contains(proposed)) {
            refusedLast(review).ifPresent(why -> problems.when(true, "outcome", why));
        }
        Texts.demand(problems, draft.reasons(), "reasons", "Give the reasons.");
        if (draft.outcome() == SuspensionOutcome.SUSPEND) {
            Texts.demand(problems, draft.customerNotice(), "customer-notice", "Write what the customer is told.");
            Texts.demand(problems, draft.safety(), "safety", "Say what is done for the safety of the people affected.");
        }
        return problems.list();
    }

    /** Refuses whoever does not propose, before they are told what their proposal lacks. */
    public void demandProposer(UUID id, Actor actor) {
        work.demand(id, FollowUpStep.PROPOSE_SUSPENSION, actor);
    }

    @Transactional
    public void propose(UUID id, Draft draft, Actor actor) {
        SuspensionReview review = lock(id);
        Open open = work.begin(id, review.contract(), FollowUpStep.PROPOSE_SUSPENSION, actor);
        Problems.refuse(problems(review, draft));
        Proposal proposal = new Proposal(
                UUID.randomUUID(),
                review.proposals().size() + 1,
                Objects.requireNonNull(draft.outcome()),
                draft.reasons(),
                draft.customerNotice(),
                draft.safety(),
                actor.username(),
                open.now(),
                chair.acting(review.contract(), Set.of(), actor),
                null);
        suspensions.add(id, proposal);
        work.finish(
                open,
                "suspension-proposed",
                proposal.actsAs().told(facts(review, proposal, draft.reasons())),
                Map.of());
        notices.proposed(review, proposal);
    }

    public List<FormProblem> rulingProblems(@Nullable Boolean confirmed, String reasons) {
        Problems problems =
                new Problems().when(confirmed == null, "confirmed", "Say whether you confirm the proposal.");
        return Texts.demand(problems, reasons, "ruling-reasons", "Give the reasons.")
                .list();
    }

    /** @param seen number of the proposal that was read */
    @Transactional
    public void rule(UUID id, @Nullable Integer seen, @Nullable Boolean confirmed, String reasons, Actor actor) {
        SuspensionReview review = lock(id);
        Open open = work.begin(id, review.contract(), FollowUpStep.CONFIRM_SUSPENSION, actor);
        Problems.refuse(rulingProblems(confirmed, reasons));
        Proposal proposal = review.waiting().orElseThrow(() -> Refused.conflict("There is no proposal to rule on."));
        Seen.demand(seen, proposal.number());
        boolean inForce = Objects.requireNonNull(confirmed);
        if (inForce) {
            demandDecidable(review, signed.lock(review.contract()), proposal.outcome());
        }
        suspensions.rule(proposal, new Ruling(inForce, reasons, actor.username(), open.now()));
        if (inForce) {
            comesIntoForce(review, proposal, open);
        }
        work.finish(
                open,
                inForce ? "suspension-decided" : "suspension-sent-back",
                facts(review, proposal, reasons),
                Map.of(
                        "confirmed",
                        String.valueOf(inForce),
                        "suspensionOutcome",
                        proposal.outcome().name()));
        if (inForce) {
            notices.decided(review, proposal.outcome());
        } else {
            notices.sentBack(review);
        }
    }

    private void comesIntoForce(SuspensionReview review, Proposal proposal, Open open) {
        SuspensionOutcome outcome = proposal.outcome();
        Contract contract = signed.lock(review.contract());
        suspensions.close(review.id(), open.now());
        interim.decided(review, outcome, open.actor().username(), open.now());
        moves(contract, outcome, open);
        if (outcome == SuspensionOutcome.EXIT) {
            exit.decided(contract, proposal.reasons(), open.actor().username());
        }
    }

    /** A hold is in force at once, and ends a review that is open. Services that go on leave a review as it is. */
    private void moves(Contract contract, SuspensionOutcome outcome, Open open) {
        if (outcome.state() == contract.state()) {
            return;
        }
        if (outcome.state() != ContractState.SIGNED) {
            ending.end(contract.id(), open.actor().username(), open.now());
            signed.becomes(contract, outcome.state());
        } else if (contract.state().signed()) {
            signed.goesOn(contract, open.actor());
        }
    }

    /** Where a review decided meanwhile to suspend or to end, a proposal from before does not undo that. */
    private void demandDecidable(SuspensionReview review, Contract contract, SuspensionOutcome outcome) {
        boolean ending = contract.state().ending() && outcome != SuspensionOutcome.EXIT;
        boolean undoes = contract.state() == ContractState.SUSPENDED
                && review.purpose() == SuspensionReview.Purpose.SUSPEND
                && outcome == SuspensionOutcome.CONTINUE;
        if (!outcome.holds()) {
            refusedLast(review).ifPresent(why -> {
                throw Refused.conflict(why + " Send the proposal back.");
            });
        }
        if (ending || undoes) {
            throw Refused.conflict("This contract is " + contract.state().words()
                    + " by a decision that was made after this review was opened. Send the proposal back.");
        }
    }

    private SuspensionReview lock(UUID id) {
        signed.lock(suspensions.get(id).contract());
        return suspensions.get(id);
    }

    private static Facts facts(SuspensionReview review, Proposal proposal, String reasons) {
        return Facts.of(FollowUp.SUSPENSION.idFact(), review.id())
                .and("purpose", review.purpose().name())
                .and("number", proposal.number())
                .and("outcome", proposal.outcome().name())
                .and("reasons", reasons);
    }
}
