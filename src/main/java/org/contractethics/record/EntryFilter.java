package org.contractethics.record;

import java.time.Instant;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; what is null does not narrow.
 *
 * @param kind exactly this kind
 * @param kindContains this text somewhere in the kind, for example {@code concern}
 * @param from first moment of {@code occurredAt}
 * @param before first moment after the last
 */
public record EntryFilter(
        @Nullable String kind,
        @Nullable String kindContains,
        @Nullable ContractId contract,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant before) {

    /** Every entry. */
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null);

    public static EntryFilter ofContract(ContractId contract) {
        return new EntryFilter(null, null, contract, null, null, null);
    }

    public static EntryFilter ofKind(String kind) {
        return new EntryFilter(kind, null, null, null, null, null);
    }
}
