package org.contractethics.workflow.internal;

import org.contractethics.contract.Contract;
import org.contractethics.shared.ContractId;

/** What a work list says of a contract. Copied into the list, because a list must be searched and sorted in one table. */
public record ContractLine(ContractId id, String reference, String title, String agency) {

    static ContractLine of(Contract contract) {
        return new ContractLine(
                contract.id(),
                contract.reference(),
                contract.title(),
                contract.awardingAgency().name());
    }
}
