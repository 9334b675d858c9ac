package org.contractethics.review.internal;

import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A running review keeps the version it was triaged under until it is decided: the rules do not change while people work by
 * them. A review that is returned is triaged anew, under the version in force by then.
 */
@Component
public class PolicyOfReview {

    private final Policy policy;
    private final StageResults results;

    PolicyOfReview(Policy policy, StageResults results) {
        this.policy = policy;
        this.results = results;
    }

    /** The version of this pass; before triage the one in force, fixed for the questions of one step. */
    public Policy of(ReviewCase review) {
        return of(results.form(review.id(), review.pass(), TriageConfirmation.class)
                .orElse(null));
    }

    /** The same for a triage that the caller has read already; null before triage. */
    Policy of(@Nullable TriageConfirmation triage) {
        PolicyVersion kept = triage == null ? null : triage.policy();
        return policy.under(kept == null ? policy.current().number() : kept.number());
    }
}
