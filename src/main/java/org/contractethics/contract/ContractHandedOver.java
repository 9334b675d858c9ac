package org.contractethics.contract;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/**
 * A contract has another account owner. Published in the transaction that stores it; what waited for the one waits for the other.
 *
 * @param previousOwner who owned it until now, and keeps the exclusions of an owner for ever (H1)
 * @param owner who owns it now
 * @param ground {@code OWN_DECISION}, {@code OWNER_GONE} or {@code OVERDUE}
 */
public record ContractHandedOver(
        ContractId contract,
        String reference,
        String previousOwner,
        String owner,
        String ground,
        String reasons,
        String actor,
        Instant occurredAt)
        implements RecordedEvent {

    @Override
    public String kind() {
        return "contract-handed-over";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "contractId", contract.toString(),
                "reference", reference,
                "previousOwner", previousOwner,
                "owner", owner,
                "ground", ground,
                "reasons", reasons);
    }
}
