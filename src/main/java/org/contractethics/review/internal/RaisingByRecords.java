package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.RecordWeighings.Waiting;
import org.contractethics.review.internal.followup.LearnedOfSigned;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What was written of an agency or a country gives a higher tier than a triage: an open review goes back to be triaged anew, an approval
 * that nobody signed by yet lapses, and nothing of the contract is approved below that tier again.
 */
@Component
class RaisingByRecords {

    private static final Set<Role> TOLD = Set.of(Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.PANEL_CHAIR);

    private final LearnedRecords learned;
    private final Decisions decisions;
    private final ReviewsEndedByHold held;
    private final TriagingAnew anew;
    private final EndingApprovals ending;
    private final LearnedOfSigned signed;
    private final ApplicationEventPublisher events;

    RaisingByRecords(
            LearnedRecords learned,
            Decisions decisions,
            ReviewsEndedByHold held,
            TriagingAnew anew,
            EndingApprovals ending,
            LearnedOfSigned signed,
            ApplicationEventPublisher events) {
        this.learned = learned;
        this.decisions = decisions;
        this.held = held;
        this.anew = anew;
        this.ending = ending;
        this.signed = signed;
        this.events = events;
    }

    /** Review and contract have to be held by the caller; where the review is decided otherwise, or signed on, nothing happens here. */
    void raise(ReviewCase review, Contract contract, Tier tier, Waiting waiting, Instant now) {
        Optional<Decision> decision = decisions.latestOf(review.id()).filter(latest -> latest.pass() == review.pass());
        Optional<Decision> unsigned = decision.filter(Decision::approves)
                .filter(approval -> !held.signedOn(approval))
                .filter(approval -> decisions.lapse(approval.id()).isEmpty());
        boolean open = decision.isEmpty() && !review.closed();
        if (!open && unsigned.isEmpty()) {
            return;
        }
        learned.add(review, waiting.record(), tier, now);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("pass", review.pass())
                .and("recordId", waiting.record())
                .and("tier", review.confirmedTier().name())
                .and("found", tier.name())
                .recorded("learned-since-triage", contract.id(), Actor.SYSTEM.username(), now));
        boolean goesBack = open && anew.because(contract.id(), tier);
        unsigned.ifPresent(approval -> ending.endByWhatIsKnown(
                review, approval, "Learned since the triage, which gives " + tier + ": " + waiting.words()));
        tell(contract, tier, waiting, open && !goesBack);
    }

    private void tell(Contract contract, Tier tier, Waiting waiting, boolean refused) {
        events.publishEvent(Notice.toRoles(
                        TOLD,
                        contract.reference() + ": learned since the triage, which now gives " + tier,
                        waiting.source() + ": " + waiting.words()
                                + (refused
                                        ? " Nothing is approved below this tier: return the contract, so that it is triaged anew."
                                        : " The contract is reviewed anew as this tier asks."),
                        "/contracts/" + contract.id())
                .exceptFor(signed.excluded(contract)));
    }
}
