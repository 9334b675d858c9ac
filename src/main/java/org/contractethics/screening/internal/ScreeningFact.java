package org.contractethics.screening.internal;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What happened to lists, hits, and the registers of agencies and countries, for the record; names and reasons stay here and are proved by their hashes. */
public record ScreeningFact(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    public ScreeningFact {
        facts = Map.copyOf(facts);
    }
}
