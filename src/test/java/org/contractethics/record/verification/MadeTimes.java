package org.contractethics.record.verification;

import java.time.Instant;
import java.util.Map;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordFixtures.Sealed;

/** Entries whose times somebody changed who holds every key; all else of them is right. */
final class MadeTimes {

    static final String RECORDED = ",\"recordedAt\":\"2026-11-24T09:14:05.678Z\"";
    static final String OCCURRED = ",\"occurredAt\":\"2026-11-24T09:14:05.678Z\"";

    private MadeTimes() {}

    /** A vote in the second place. */
    static Sealed vote() {
        return MadeExport.sealed(RecordFixtures.anEvent("vote-cast", Map.of()).whole(), 1);
    }

    static Sealed recordedAt(Sealed entry, String time) {
        return MadeExport.changed(entry, RECORDED, ",\"recordedAt\":\"" + time + "\"");
    }

    static Sealed clockSetBack(long place) {
        Instant now = RecordFixtures.NOW.minusSeconds(3_600);
        Map<String, Object> facts = Map.of("latest", RecordFixtures.NOW.toString(), "seconds", 3_600L);
        return recordedAt(
                MadeExport.sealed(new Happened("clock-set-back", null, "system", now, facts), place),
                "2026-11-24T08:14:05.678Z");
    }
}
