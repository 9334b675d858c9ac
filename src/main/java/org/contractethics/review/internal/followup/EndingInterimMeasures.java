package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpEnded;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.followup.InterimMeasure.Result;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** H17: an interim measure ends by itself, unless a suspension decision comes first. */
@Component
class EndingInterimMeasures {

    private final FollowUpWork work;
    private final InterimMeasures measures;
    private final SignedContracts signed;
    private final FollowUpNotices notices;

    EndingInterimMeasures(
            FollowUpWork work, InterimMeasures measures, SignedContracts signed, FollowUpNotices notices) {
        this.work = work;
        this.measures = measures;
        this.signed = signed;
        this.notices = notices;
    }

    /** Its days are over. Does nothing where a decision came first. */
    @Transactional
    public void over(UUID id) {
        InterimMeasure known = measures.find(id).orElseThrow();
        Contract contract = signed.lock(known.contract());
        InterimMeasure measure = measures.find(id).orElseThrow();
        if (!measure.running()) {
            return;
        }
        Instant now = work.now();
        measures.end(id, Result.EXPIRED, null, now);
        if (contract.state() == ContractState.RESTRICTED) {
            signed.goesOn(contract, Actor.SYSTEM);
        }
        work.record("interim-measure-expired", facts(measure), contract.id(), Actor.SYSTEM.username(), now);
        notices.expired(measure);
    }

    /** A review decided to suspend or to end: the running measure is confirmed by its vote. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(ContractId contract, DecisionId decision, String actor, Instant at) {
        measures.running(contract).ifPresent(measure -> {
            measures.confirm(measure.id(), decision, at);
            work.record("interim-measure-confirmed", facts(measure).and("decisionId", decision), contract, actor, at);
            work.publish(new FollowUpEnded(FollowUp.INTERIM_MEASURE, measure.id(), at));
        });
    }

    /** Two people decided: the running measure is confirmed by it, or ends with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(SuspensionReview review, SuspensionOutcome outcome, String actor, Instant at) {
        measures.running(review.contract()).ifPresent(measure -> {
            Result result = outcome.confirmsMeasure() ? Result.CONFIRMED : Result.ENDED;
            measures.end(measure.id(), result, review.id(), at);
            work.record(
                    result == Result.CONFIRMED ? "interim-measure-confirmed" : "interim-measure-ended",
                    facts(measure).and(FollowUp.SUSPENSION.idFact(), review.id()),
                    measure.contract(),
                    actor,
                    at);
            work.publish(new FollowUpEnded(FollowUp.INTERIM_MEASURE, measure.id(), at));
        });
    }

    static Facts facts(InterimMeasure measure) {
        return Facts.of(FollowUp.INTERIM_MEASURE.idFact(), measure.id())
                .and("cause", measure.cause())
                .and("endsAt", measure.endsAt());
    }
}
