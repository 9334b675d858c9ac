package org.contractethics.record;

import java.time.Instant;
import java.util.Set;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; what is null does not narrow.
 *
 * @param kind exactly this kind
 * @param kindContains this text somewhere in the kind, for example {@code concern}
 * @param from first moment of {@code occurredAt}
 * @param before first moment after the last
 * @param withheld no entry that tells of one of these concerns
 */
public record EntryFilter(
        @Nullable String kind,
        @Nullable String kindContains,
        @Nullable ContractId contract,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant before,
        Set<ConcernId> withheld) {

    /** Every entry. */
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null);

    public EntryFilter {
        withheld = Set.copyOf(withheld);
    }

    public EntryFilter(
            @Nullable String kind,
            @Nullable String kindContains,
            @Nullable ContractId contract,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant before) {
        this(kind, kindContains, contract, actor, from, before, Set.of());
    }

    public static EntryFilter ofContract(ContractId contract) {
        return new EntryFilter(null, null, contract, null, null, null);
    }

    /** The same entries, but none that tells of these concerns. */
    public EntryFilter without(Set<ConcernId> concerns) {
        return new EntryFilter(kind, kindContains, contract, actor, from, before, concerns);
    }

    public static EntryFilter ofKind(String kind) {
        return new EntryFilter(kind, null, null, null, null, null);
    }
}
