package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.review.internal.panel.ActsAs;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * An emergency restriction by the panel chair, or who acts in their place, alone (H17).
 *
 * @param cause {@code condition:<id>}, {@code incident:<id>} or {@code other}; for the same cause there is no second one while
 *     the last was not confirmed
 * @param actsAs as what it was imposed
 * @param endsAt when it ends by itself
 * @param end null while it runs
 */
public record InterimMeasure(
        UUID id,
        ContractId contract,
        String cause,
        String restriction,
        String reasons,
        String imposedBy,
        ActsAs actsAs,
        Instant imposedAt,
        Instant endsAt,
        @Nullable End end) {

    /** How a measure ended. */
    public enum Result {
        EXPIRED("Ended by itself"),
        CONFIRMED("Confirmed by a decision"),
        ENDED("Ended by a decision");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public record End(Result result, Instant at) {}

    public boolean running() {
        return end == null;
    }

    boolean confirmed() {
        return end != null && end.result() == Result.CONFIRMED;
    }

    /** Where it stands, in words. */
    public String words() {
        return end == null ? "In force" : end.result().label();
    }
}
