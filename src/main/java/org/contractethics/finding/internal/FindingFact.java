package org.contractethics.finding.internal;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What happened to findings and terms, for the record; reasons stay here and are proved by their hash. */
record FindingFact(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    FindingFact {
        facts = Map.copyOf(facts);
    }
}
