package org.contractethics.review.internal;

import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.StageForm.Residual;
import org.jspecify.annotations.Nullable;

/**
 * An impact as the decision is about it.
 *
 * @param weighed what was assessed and what mitigation leaves of it; null where there is no mitigation
 */
public record ResidualImpact(
        String right,
        Severity severity,
        @Nullable Likelihood likelihood,
        @Nullable Involvement involvement,
        @Nullable Leverage leverage,
        @Nullable Weighed weighed) {

    public ResidualImpact(
            String right,
            Severity severity,
            @Nullable Likelihood likelihood,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage) {
        this(right, severity, likelihood, involvement, leverage, null);
    }

    static ResidualImpact assessed(Rated rated) {
        Impact impact = rated.impact();
        return new ResidualImpact(
                impact.right(), rated.severity(), impact.likelihood(), impact.involvement(), impact.leverage());
    }

    /**
     * What mitigation states is lower counts only where it is countersigned; what it leaves unknown is unknown either way.
     *
     * @param version whose table rates what is left
     */
    static ResidualImpact of(Policy version, Rated rated, Residual left, boolean countersigned) {
        Impact impact = rated.impact();
        Weighed weighed = new Weighed(
                rated.severity(),
                version.severity(left.scale(), left.scope(), left.irremediability()),
                impact.likelihood(),
                ResidualRules.atLeast(impact, left.likelihood()));
        return new ResidualImpact(
                impact.right(),
                weighed.severity(countersigned),
                weighed.likelihood(countersigned),
                impact.involvement(),
                impact.leverage(),
                weighed);
    }

    /** Whether mitigation states less than was assessed. */
    boolean lowered() {
        Weighed both = weighed;
        return both != null && both.lowered();
    }
}
