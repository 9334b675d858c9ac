package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.RecordingDecision.DecisionSettled;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CitedRecord;
import org.contractethics.shared.CitedRecord.Cited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Draws by lot which decisions of T1 are reviewed a second time. The lot rests on the leaf hash of the decision's own entry, which holds
 * random numbers of the record and its place: nobody knows it before the decision is committed, and nobody chooses a moment or draws again.
 */
@Component
class DrawingSample {

    private static final String DECIDED = "decision-recorded";

    private final FollowUpWork work;
    private final SampleReviews samples;
    private final CitedRecord record;
    private final SampleProperties share;
    private final FollowUpNotices notices;

    DrawingSample(
            FollowUpWork work,
            SampleReviews samples,
            CitedRecord record,
            SampleProperties share,
            FollowUpNotices notices) {
        this.work = work;
        this.samples = samples;
        this.record = record;
        this.share = share;
        this.notices = notices;
    }

    /** In the transaction of the decision: none of T1 is without its drawing. */
    @EventListener
    void on(DecisionSettled settled) {
        if (settled.decision().tier() == Tier.T1) {
            begin(settled.decision());
        }
    }

    private void begin(Decision decision) {
        Instant now = decision.decidedAt();
        SampleReview begun = new SampleReview(
                UUID.randomUUID(), decision.contract(), decision.review(), decision.id(), now, null, null, null);
        samples.add(begun);
        // without the tier: the work list must not tell the second reviewer of the first result
        work.publish(new FollowUpBegan(
                FollowUp.SAMPLE_REVIEW,
                begun.id(),
                begun.contract(),
                null,
                Map.of(),
                samples.hadPart(begun.contract()),
                now));
    }

    /** Once; afterwards it tells what was drawn. */
    boolean draw(UUID id) {
        SampleReview sample = samples.get(id);
        if (sample.lot() != null) {
            return sample.drawn();
        }
        Cited entry = entry(sample);
        SampleLot lot =
                SampleLot.of(sample.decision(), entry.index(), entry.leafHash(), share.samplePercent(), work.now());
        samples.add(sample, lot);
        work.record("sample-drawn", facts(sample, lot), sample.contract(), Actor.SYSTEM.username(), lot.at());
        if (lot.drawn()) {
            notices.waits(sample.contract(), FollowUpStep.REVIEW_SAMPLE, id, samples.hadPart(sample.contract()));
        }
        return lot.drawn();
    }

    private Cited entry(SampleReview sample) {
        String decision = sample.decision().toString();
        long index = record.entry(sample.contract(), DECIDED, "decisionId", decision)
                .orElseThrow(() -> new IllegalStateException("decision " + decision + " has no entry in the record"));
        return record.entries(sample.contract(), "decisionId", decision).stream()
                .filter(cited -> cited.index() == index)
                .findFirst()
                .orElseThrow();
    }

    /** Everything it takes to draw again. */
    private static Facts facts(SampleReview sample, SampleLot lot) {
        return Facts.of(FollowUp.SAMPLE_REVIEW.idFact(), sample.id())
                .and("reviewId", sample.review())
                .and("decisionId", sample.decision())
                .and("entry", lot.entry())
                .and("leafHash", lot.leafHash())
                .and("lot", lot.lot())
                .and("percent", lot.percent())
                .and("drawn", lot.drawn());
    }
}
