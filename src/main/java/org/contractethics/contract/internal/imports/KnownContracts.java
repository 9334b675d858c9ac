package org.contractethics.contract.internal.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contractethics.contract.internal.Contracts;
import org.contractethics.contract.internal.Contracts.PiidKey;
import org.contractethics.contract.internal.RegisterEntry;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of the register that a chunk of a file may speak of, locked until the transaction ends. One and the same contract
 * may come with its ocid from one source and with nothing but the agency's number from another.
 */
record KnownContracts(Map<String, RegisterEntry> byOcid, Map<PiidKey, RegisterEntry> byPiid) {

    static KnownContracts lock(Contracts contracts, List<GroupedContract> chunk) {
        List<String> ocids = chunk.stream()
                .map(GroupedContract::key)
                .filter(ContractKey::byOcid)
                .map(ContractKey::ocid)
                .toList();
        List<PiidKey> piids = chunk.stream()
                .map(GroupedContract::piidKey)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new KnownContracts(contracts.lockByOcid(ocids), contracts.lockByPiid(piids));
    }

    Collection<RegisterEntry> all() {
        return Stream.concat(byOcid.values().stream(), byPiid.values().stream()).toList();
    }

    /** The contract the rows speak of: by its ocid, else by the agency's number; null where it is new. */
    @Nullable
    RegisterEntry of(GroupedContract group) {
        RegisterEntry sameOcid = group.key().byOcid() ? byOcid.get(group.key().ocid()) : null;
        return sameOcid == null ? sameNumber(group) : sameOcid;
    }

    /** Another contract that already holds the number these rows give to theirs; null where all is well. */
    @Nullable
    RegisterEntry rival(GroupedContract group) {
        RegisterEntry sameNumber = sameNumber(group);
        if (sameNumber == null || !group.key().byOcid()) {
            return null;
        }
        RegisterEntry sameOcid = byOcid.get(group.key().ocid());
        String itsOcid = sameNumber.contract().identifiers().ocid();
        boolean another = sameOcid == null
                ? itsOcid != null
                : !sameOcid.contract().id().equals(sameNumber.contract().id());
        return another ? sameNumber : null;
    }

    private @Nullable RegisterEntry sameNumber(GroupedContract group) {
        return group.piidKey().map(byPiid::get).orElse(null);
    }
}
