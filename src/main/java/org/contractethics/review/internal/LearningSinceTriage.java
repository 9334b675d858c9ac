package org.contractethics.review.internal;

import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.followup.LearnedOfSigned;
import org.contractethics.screening.RecordWorsened;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written of an agency or a country after a triage is asked of the tables with the facts that this triage took. Where they give a
 * higher tier, an open review goes back to be triaged anew, an approval that nobody signed by yet lapses, and nothing of the contract is
 * approved below that tier again; a signed contract is looked at soon (H16; UNGP 17(c): risks change over time).
 */
@Component
class LearningSinceTriage {

    private static final Set<Role> TOLD = Set.of(Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.PANEL_CHAIR);

    private final LearnedRecords learned;
    private final RegisteredRecords records;
    private final ReviewCases reviews;
    private final StageResults results;
    private final Decisions decisions;
    private final Policy policy;
    private final ReviewsEndedByHold held;
    private final TriagingAnew anew;
    private final EndingApprovals ending;
    private final LearnedOfSigned signed;
    private final ApplicationEventPublisher events;

    LearningSinceTriage(
            LearnedRecords learned,
            RegisteredRecords records,
            ReviewCases reviews,
            StageResults results,
            Decisions decisions,
            Policy policy,
            ReviewsEndedByHold held,
            TriagingAnew anew,
            EndingApprovals ending,
            LearnedOfSigned signed,
            ApplicationEventPublisher events) {
        this.learned = learned;
        this.records = records;
        this.reviews = reviews;
        this.results = results;
        this.decisions = decisions;
        this.policy = policy;
        this.held = held;
        this.anew = anew;
        this.ending = ending;
        this.signed = signed;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordWorsened record) {
        learned.waitForTriages();
        learned.concerned(record).forEach(contract -> weigh(contract, record));
    }

    private void weigh(ContractId id, RecordWorsened record) {
        Optional<ReviewCase> speaking = held.speakingFor(id);
        if (speaking.isEmpty()) {
            return;
        }
        ReviewCase review = reviews.lock(speaking.get().id());
        Contract contract = signed.contract(id);
        Optional<TriageFacts> taken = taken(review);
        // where it is not known what the triage took, the record counts as news (H16)
        boolean news = taken.filter(facts -> records.heard(contract, facts).equals(facts))
                .isEmpty();
        if (news && signed.runs(contract)) {
            signed.becomesKnown(contract, record);
        }
        taken.flatMap(facts -> raised(review, contract, facts))
                .ifPresent(tier -> raise(review, contract, tier, record));
    }

    private Optional<TriageFacts> taken(ReviewCase review) {
        return results.form(review.id(), review.pass(), TriageConfirmation.class)
                .map(TriageConfirmation::facts);
    }

    /** By the version in force, as the triage that follows will ask it. */
    private Optional<Tier> raised(ReviewCase review, Contract contract, TriageFacts taken) {
        TriageFacts heard = records.heard(contract, taken);
        return heard.equals(taken)
                ? Optional.empty()
                : Optional.of(policy.under(policy.current().number())
                                .triage(heard)
                                .tier())
                        .filter(tier -> tier.compareTo(review.confirmedTier()) > 0);
    }

    private void raise(ReviewCase review, Contract contract, Tier tier, RecordWorsened record) {
        Optional<Decision> decision = decisions.latestOf(review.id()).filter(latest -> latest.pass() == review.pass());
        Optional<Decision> unsigned = decision.filter(Decision::approves)
                .filter(approval -> !signed.signedOnce(contract.id()))
                .filter(approval -> decisions.lapse(approval.id()).isEmpty());
        boolean open = decision.isEmpty() && !review.closed();
        if (!open && unsigned.isEmpty()) {
            return;
        }
        learned.add(review, record.id(), tier, record.at());
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("pass", review.pass())
                .and("recordId", record.id())
                .and("tier", review.confirmedTier().name())
                .and("found", tier.name())
                .recorded("learned-since-triage", contract.id(), Actor.SYSTEM.username(), record.at()));
        boolean goesBack = open && anew.because(contract.id(), tier);
        unsigned.ifPresent(approval -> ending.endByWhatIsKnown(
                review, approval, "Learned since the triage, which gives " + tier + ": " + record.words()));
        tell(contract, tier, record, open && !goesBack);
    }

    private void tell(Contract contract, Tier tier, RecordWorsened record, boolean refused) {
        events.publishEvent(Notice.toRoles(
                        TOLD,
                        contract.reference() + ": learned since the triage, which now gives " + tier,
                        record.source() + ": " + record.words()
                                + (refused
                                        ? " Nothing is approved below this tier: return the contract, so that it is triaged anew."
                                        : " The contract is reviewed anew as this tier asks."),
                        "/contracts/" + contract.id())
                .exceptFor(signed.excluded(contract)));
    }
}
