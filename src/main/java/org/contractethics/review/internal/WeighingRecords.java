package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.internal.RecordWeighings.Waiting;
import org.contractethics.review.internal.RecordWeighings.Weighed;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.followup.LearnedOfSigned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables are asked again with the facts that a triage took and with what was written since. A higher tier holds from then on, and a
 * signed contract is looked at soon (H16; UNGP 17(c): risks change over time).
 */
@Component
class WeighingRecords {

    private final LearnedRecords learned;
    private final RecordWeighings weighings;
    private final RegisteredRecords records;
    private final ReviewCases reviews;
    private final StageResults results;
    private final Policy policy;
    private final ReviewsEndedByHold held;
    private final LearnedOfSigned signed;
    private final RaisingByRecords raising;
    private final Clock clock;

    WeighingRecords(
            LearnedRecords learned,
            RecordWeighings weighings,
            RegisteredRecords records,
            ReviewCases reviews,
            StageResults results,
            Policy policy,
            ReviewsEndedByHold held,
            LearnedOfSigned signed,
            RaisingByRecords raising,
            Clock clock) {
        this.learned = learned;
        this.weighings = weighings;
        this.records = records;
        this.reviews = reviews;
        this.results = results;
        this.policy = policy;
        this.held = held;
        this.signed = signed;
        this.raising = raising;
        this.clock = clock;
    }

    /** Waits for whoever decides on the contract or signs it, and keeps them out: they find what came of it, or it finds what they did. */
    @Transactional(propagation = Propagation.MANDATORY)
    void weigh(Waiting waiting) {
        Contract contract = signed.contract(waiting.contract());
        Instant now = clock.instant();
        Weighed weighed = learned.stands(waiting.record())
                ? held.speakingFor(contract.id())
                        .map(review -> reviews.lock(review.id()))
                        .map(review -> weigh(review, contract, waiting, now))
                        .orElse(Weighed.UNASKED)
                : Weighed.UNASKED;
        weighings.done(waiting.number(), weighed, now);
    }

    private Weighed weigh(ReviewCase review, Contract contract, Waiting waiting, Instant now) {
        Optional<TriageFacts> taken = results.form(review.id(), review.pass(), TriageConfirmation.class)
                .map(TriageConfirmation::facts);
        // where it is not known what the triage took, the record counts as news (H16)
        boolean news = taken.filter(facts -> records.heard(contract, facts).equals(facts))
                .isEmpty();
        if (news && signed.runs(contract)) {
            signed.becomesKnown(contract, waiting.source(), waiting.words(), waiting.writtenAt(), now);
        }
        if (taken.isEmpty()) {
            return Weighed.UNASKED;
        }
        Tier before = review.confirmedTier();
        Tier gives = news ? gives(contract, taken.get()) : before;
        if (gives.compareTo(before) <= 0) {
            return new Weighed(before, before);
        }
        raising.raise(review, contract, gives, waiting, now);
        return new Weighed(before, gives);
    }

    /** By the version in force, as the triage that follows will ask it. */
    private Tier gives(Contract contract, TriageFacts taken) {
        return policy.under(policy.current().number())
                .triage(records.heard(contract, taken))
                .tier();
    }
}
