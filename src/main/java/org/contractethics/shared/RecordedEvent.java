package org.contractethics.shared;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that belongs in the record. Publishing one inside a transaction appends it to the record in the same
 * transaction: either both are kept or neither is.
 */
public interface RecordedEvent {

    /** The past-tense name in kebab case, for example {@code decision-recorded}; stable for ever. */
    String kind();

    /** The contract the fact is about, or null where it is about none. */
    @Nullable
    ContractId contract();

    /** The account name of whoever acted, {@code system}, or {@code -} where the actor must not be known. */
    String actor();

    /** When it happened. */
    Instant occurredAt();

    /**
     * What happened, as plain JSON values: {@code String}, {@code Integer}, {@code Long}, {@code Boolean}, and
     * {@code List} or {@code Map<String, ?>} of these. No floating point, no null, no personal data beyond account names,
     * no text of a concern.
     */
    Map<String, Object> facts();
}
