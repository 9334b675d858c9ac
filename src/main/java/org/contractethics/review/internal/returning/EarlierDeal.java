package org.contractethics.review.internal.returning;

import java.time.LocalDate;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A contract that was refused or ended not long ago, and that the one under review could be again.
 *
 * @param tier the one it was last given; null where it was given none
 * @param refusedOn the day on which it was rejected, or on which its end began
 */
public record EarlierDeal(ContractId contract, String reference, @Nullable Tier tier, LocalDate refusedOn, Sign sign) {

    /** Why it could be the same; the first that applies. */
    public enum Sign {
        AGENCY("same agency"),
        DEPARTMENT("same department, and a capability in common"),
        SUBJECT("same capabilities and country, and much the same title");

        private final String label;

        Sign(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }
    }
}
