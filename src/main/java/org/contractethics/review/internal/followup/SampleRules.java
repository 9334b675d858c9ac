package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.SampleReview.Result;
import org.contractethics.review.internal.followup.SampleReview.SampleRuling;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** H1 in the audit sample: nobody reviews a second time, or rules on a difference, who had a part in what is looked at. */
@Component
class SampleRules implements StepRules {

    private final SampleReviews samples;
    private final Separation separation;

    SampleRules(SampleReviews samples, Separation separation) {
        this.samples = samples;
        this.separation = separation;
    }

    @Override
    public FollowUp followUp() {
        return FollowUp.SAMPLE_REVIEW;
    }

    @Override
    public ContractId contractOf(UUID subject) {
        return samples.get(subject).contract();
    }

    @Override
    public List<String> against(UUID subject, FollowUpStep step, Actor actor) {
        SampleReview sample = samples.get(subject);
        List<String> objections = separation.objections(sample.contract(), step.candidates(), actor);
        boolean second = gaveTheResult(sample, actor);
        if (step == FollowUpStep.RULE_ON_SAMPLE && second) {
            objections.add("You gave the second result. Somebody else has to rule on the difference (H1).");
        }
        // what was put down a moment ago, in the step itself, is no part of before
        boolean justDone = step == FollowUpStep.REVIEW_SAMPLE ? second : ruled(sample, actor);
        if (objections.isEmpty()
                && !justDone
                && samples.hadPart(sample.contract()).contains(actor.username())) {
            objections.add("You had a part in the review of this contract. Somebody else has to do this (H1).");
        }
        return objections;
    }

    private static boolean gaveTheResult(SampleReview sample, Actor actor) {
        Result result = sample.result();
        return result != null && result.by().equals(actor.username());
    }

    private static boolean ruled(SampleReview sample, Actor actor) {
        SampleRuling ruling = sample.ruling();
        return ruling != null && ruling.by().equals(actor.username());
    }
}
