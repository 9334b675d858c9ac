package org.contractethics.review.internal;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a round may decide. The assessed severity counts until what mitigation leaves of it is countersigned: unknown is never low.
 *
 * @param assessed asked of the tables with what was assessed
 * @param residual asked with what mitigation leaves; null where it leaves everything as assessed
 * @param countersigned whether somebody who has no conflict now countersigned the residual severity, or refused; null where nobody did
 *     either
 */
public record Spaces(AllowedSpace assessed, @Nullable AllowedSpace residual, @Nullable Boolean countersigned) {

    public AllowedSpace inEffect() {
        AllowedSpace left = residual;
        return Boolean.TRUE.equals(countersigned) && left != null ? left : assessed;
    }

    /** Whether mitigation states less than was assessed. */
    public boolean lowered() {
        return residual != null;
    }

    /** Whether nobody said of what it states whether it holds. What was refused before stays refused. */
    public boolean waits() {
        return lowered() && countersigned == null;
    }

    Spaces withoutApproval(String because) {
        return each(space -> space.withoutApproval(because));
    }

    private Spaces each(UnaryOperator<AllowedSpace> change) {
        AllowedSpace left = residual;
        return new Spaces(change.apply(assessed), left == null ? null : change.apply(left), countersigned);
    }
}
