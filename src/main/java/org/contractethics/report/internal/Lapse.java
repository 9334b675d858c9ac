package org.contractethics.report.internal;

import java.util.Locale;
import org.contractethics.record.RecordEntry;

/** An approval was one no longer, and by what that was found. */
record Lapse(Mark mark, Cause cause) {

    /** Which cause another one is the record does not say with the contract: a concern can be it, and is not told on purpose. */
    enum Cause {
        LAPSED,
        REFUSED,
        OTHER;

        /** The row that it is counted in. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Lapse of(RecordEntry entry) {
        if (entry.kind().equals("signature-refused")) {
            return new Lapse(Mark.of(entry), Cause.REFUSED);
        }
        return new Lapse(Mark.of(entry), entry.list("fields").isEmpty() ? Cause.OTHER : Cause.LAPSED);
    }
}
