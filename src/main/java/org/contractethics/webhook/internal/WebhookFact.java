package org.contractethics.webhook.internal;

import java.time.Instant;
import java.util.Map;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** A fact about who is told what; of no contract. */
record WebhookFact(String kind, String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

    WebhookFact {
        facts = Map.copyOf(facts);
    }

    @Override
    public @Nullable ContractId contract() {
        return null;
    }
}
