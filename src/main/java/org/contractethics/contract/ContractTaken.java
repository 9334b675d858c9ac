package org.contractethics.contract;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/** Somebody became the account owner of an imported contract. Published in the transaction that stores it. */
public record ContractTaken(ContractId contract, String reference, String actor, Instant occurredAt)
        implements RecordedEvent {

    @Override
    public String kind() {
        return "contract-taken";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("contractId", contract.toString(), "reference", reference);
    }
}
