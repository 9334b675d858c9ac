package org.contractethics.policy.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What happened to a version of the policy. */
record PolicyFact(String kind, String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

    PolicyFact {
        facts = Map.copyOf(facts);
    }

    /** About no single contract. */
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    static PolicyFact of(String kind, RecordedVersion version, String actor, Instant at, Map<String, Object> further) {
        Map<String, Object> facts = new LinkedHashMap<>(further);
        facts.put("policyVersion", version.number());
        facts.put("policyHash", version.contentHash());
        facts.put("effectiveOn", version.effectiveOn().toString());
        return new PolicyFact(kind, actor, at, facts);
    }
}
