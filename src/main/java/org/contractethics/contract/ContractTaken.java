package org.contractethics.contract;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/**
 * Somebody became the account owner of an imported contract. Published in the transaction that stores it.
 *
 * @param owner account name of the account owner; the actor, or whom the actor gave the contract to
 */
public record ContractTaken(ContractId contract, String reference, String owner, String actor, Instant occurredAt)
        implements RecordedEvent {

    @Override
    public String kind() {
        return "contract-taken";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("contractId", contract.toString(), "reference", reference, "owner", owner);
    }
}
