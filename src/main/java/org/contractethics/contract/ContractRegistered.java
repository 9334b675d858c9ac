package org.contractethics.contract;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;

/** A contract entered the register by a form or by the API. Published in the transaction that stores it. */
public record ContractRegistered(ContractId contract, String actor, Instant occurredAt, Contract registered)
        implements RecordedEvent {

    @Override
    public String kind() {
        return "contract-registered";
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contractId", contract.toString());
        facts.put("reference", registered.reference());
        facts.put("title", registered.title());
        facts.put("agency", registered.awardingAgency().name());
        facts.put("agencyType", registered.awardingAgency().type().name());
        facts.put("supplier", registered.supplier());
        facts.put("source", registered.source());
        Long obligated = registered.value().obligatedMinor();
        if (obligated != null) {
            facts.put("obligatedMinor", obligated);
        }
        facts.put("currency", registered.value().currency());
        return facts;
    }
}
