package org.contractethics.policy;

import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Assessed beside residual severity, whichever a table was asked with. What mitigation states is lower counts once it is countersigned;
 * what it states is graver, or leaves unknown, counts at once (UNGP 17, 19, 24).
 */
public record Weighed(
        Severity assessed,
        Severity residual,
        @Nullable Likelihood assessedLikelihood,
        @Nullable Likelihood residualLikelihood) {

    /** Whether anything waits for a countersignature. */
    public boolean lowered() {
        return lowerSeverity() || lowerLikelihood();
    }

    public Severity severity(boolean countersigned) {
        return countersigned || !lowerSeverity() ? residual : assessed;
    }

    public @Nullable Likelihood likelihood(boolean countersigned) {
        return countersigned || !lowerLikelihood() ? residualLikelihood : assessedLikelihood;
    }

    private boolean lowerSeverity() {
        return lower(known(residual), known(assessed));
    }

    private boolean lowerLikelihood() {
        return lower(residualLikelihood, assessedLikelihood);
    }

    private static @Nullable Severity known(Severity severity) {
        return severity == Severity.INCOMPLETE ? null : severity;
    }

    /** What was not known cannot become known by mitigation: that would lower it, too. */
    public static <T extends Comparable<T>> boolean lower(@Nullable T left, @Nullable T before) {
        return left != null && (before == null || left.compareTo(before) < 0);
    }
}
