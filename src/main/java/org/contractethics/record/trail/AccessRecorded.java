package org.contractethics.record.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the access trail are fixed: from now on none of them can be changed, removed or added unseen.
 *
 * @param missing numbers and ranges of numbers that no row has
 * @param rootHash RFC 6962 tree hash over the rows in order, lower-case hex
 */
record AccessRecorded(Instant occurredAt, long first, long last, long rows, List<String> missing, String rootHash)
        implements RecordedEvent {

    static final String KIND = "access-recorded";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String actor() {
        return Actor.SYSTEM.username();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("first", first, "last", last, "rows", rows, "missing", missing, "rootHash", rootHash);
    }
}
