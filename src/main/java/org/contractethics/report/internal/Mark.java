package org.contractethics.report.internal;

import java.time.Instant;
import org.contractethics.record.RecordEntry;

/** Which entry says so, and since when. */
record Mark(long entry, Instant at) {

    static Mark of(RecordEntry entry) {
        return new Mark(entry.index(), entry.occurredAt());
    }
}
