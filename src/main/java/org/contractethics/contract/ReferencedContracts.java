package org.contractethics.contract;

import java.util.List;
import java.util.Optional;
import org.contractethics.contract.RegisteredAgencies.Awarded;
import org.contractethics.shared.ContractId;

/** Contracts by what else they are known by than their ids, whoever may know of them. */
public interface ReferencedContracts {

    /** @param typed as people write it, for example {@code c-000012} */
    Optional<ContractId> withReference(String typed);

    /** Every contract that delivers this capability. */
    List<Awarded> withCapability(String code);
}
