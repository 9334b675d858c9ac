package org.contractethics.record.verification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the record, exactly as stored. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record StoredEntry(
        long index,
        String kind,
        @Nullable UUID contract,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        byte[] body,
        byte[] leaf,
        byte @Nullable [] mac) {

    /** One from before there were keyed hashes. */
    StoredEntry(
            long index,
            String kind,
            @Nullable UUID contract,
            String actor,
            Instant occurredAt,
            Instant recordedAt,
            byte[] body,
            byte[] leaf) {
        this(index, kind, contract, actor, occurredAt, recordedAt, body, leaf, null);
    }
}
