package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.SampleReview.Result;
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
        boolean second = Optional.ofNullable(sample.result())
                .map(Result::by)
                .filter(actor.username()::equals)
                .isPresent();
        if (second) {
            objections.add("You gave the second result. Somebody else has to rule on the difference (H1).");
        } else if (objections.isEmpty() && samples.hadPart(sample.contract()).contains(actor.username())) {
            objections.add("You had a part in the review of this contract. Somebody else has to do this (H1).");
        }
        return objections;
    }
}
