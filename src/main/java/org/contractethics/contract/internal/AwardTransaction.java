package org.contractethics.contract.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a published award record says was done under a contract.
 *
 * @param key modification number of a federal action, or the id of an OCDS award or contract; unique per contract and kind
 * @param awardKey for an OCDS contract the award it was signed under
 * @param amountMinor what the action obligates (negative: takes back), or what the award or contract is worth, in minor units
 * @param ceilingMinor the whole contract with all options as this record states it, in minor units
 * @param active false for a cancelled award; its amount does not count
 */
public record AwardTransaction(
        Kind kind,
        String key,
        @Nullable String awardKey,
        @Nullable LocalDate actedOn,
        @Nullable Long amountMinor,
        @Nullable Long ceilingMinor,
        String currency,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable String supplier,
        String description,
        @Nullable String product,
        @Nullable String industry,
        @Nullable String action,
        boolean active) {

    /** A federal contract action, or an award or a signed contract of an OCDS process. */
    public enum Kind {
        ACTION,
        AWARD,
        CONTRACT
    }
}
