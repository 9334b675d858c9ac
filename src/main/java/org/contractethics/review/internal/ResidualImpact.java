package org.contractethics.review.internal;

import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.jspecify.annotations.Nullable;

/** What is left of an impact after mitigation: what the decision is about. */
public record ResidualImpact(
        String right,
        Severity severity,
        @Nullable Likelihood likelihood,
        @Nullable Involvement involvement,
        @Nullable Leverage leverage) {}
