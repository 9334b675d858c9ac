package org.contractethics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/**
 * Facts of a contract changed. Published in the transaction that stores them, whatever the state of its review: what a
 * change means for an approval (H8) is decided by whoever listens.
 *
 * @param version the version the change made
 * @param fields names of the changed facts, for example {@code awardingAgency}
 */
public record ContractChanged(
        ContractId contract, String reference, int version, List<String> fields, String actor, Instant occurredAt)
        implements RecordedEvent {

    public ContractChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public String kind() {
        return "contract-changed";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("contractId", contract.toString(), "reference", reference, "version", version, "fields", fields);
    }
}
