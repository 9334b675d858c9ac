package org.contractethics.screening.internal;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What happened to lists and hits, for the record; names and reasons stay here and are proved by their hashes. */
record ScreeningFact(
        String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    ScreeningFact {
        facts = Map.copyOf(facts);
    }
}
