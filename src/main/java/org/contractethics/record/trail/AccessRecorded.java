package org.contractethics.record.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contractethics.shared.SystemEvent;

/**
 * Rows of the access trail are fixed: from now on none of them can be changed, removed or added unseen.
 *
 * @param missing numbers and ranges of numbers that no row has
 * @param rootHash RFC 6962 tree hash over the rows in order, lower-case hex
 */
record AccessRecorded(Instant occurredAt, long first, long last, long rows, List<String> missing, String rootHash)
        implements SystemEvent {

    static final String KIND = "access-recorded";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("first", first, "last", last, "rows", rows, "missing", missing, "rootHash", rootHash);
    }
}
