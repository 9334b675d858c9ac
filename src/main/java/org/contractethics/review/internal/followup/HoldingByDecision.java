package org.contractethics.review.internal.followup;

import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Decisions;
import org.contractethics.review.internal.EndingByHold;
import org.contractethics.review.internal.RecordingDecision.HoldDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** S13, S15: a review decided to suspend a contract that runs, or to end it. What follows of that, follows in the same transaction. */
@Component
class HoldingByDecision {

    private final Decisions decisions;
    private final ContractRegister contracts;
    private final EndingByHold ending;
    private final EndingInterimMeasures interim;
    private final EndingSuspensionReview suspension;
    private final OpeningExit exit;
    private final FollowUpNotices notices;

    HoldingByDecision(
            Decisions decisions,
            ContractRegister contracts,
            EndingByHold ending,
            EndingInterimMeasures interim,
            EndingSuspensionReview suspension,
            OpeningExit exit,
            FollowUpNotices notices) {
        this.decisions = decisions;
        this.contracts = contracts;
        this.ending = ending;
        this.interim = interim;
        this.suspension = suspension;
        this.exit = exit;
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HoldDecided decided) {
        String by = decided.by().username();
        ending.end(decided.contract(), by, decided.at());
        interim.confirmed(decided.contract(), decided.decision(), by, decided.at());
        suspension.answered(decided.contract(), decided.decision(), by, decided.at());
        var contract = contracts.get(decided.contract());
        if (contract.state() == ContractState.EXITING) {
            exit.decided(contract, reasons(decided), by);
        }
        notices.heldByDecision(
                contract.id(),
                contract.state() == ContractState.EXITING ? SuspensionOutcome.EXIT : SuspensionOutcome.SUSPEND);
    }

    private String reasons(HoldDecided decided) {
        return decisions.latestAbout(decided.contract()).map(Decision::reasons).orElseThrow();
    }
}
