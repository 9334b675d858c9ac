package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.listed;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about the record itself say. */
final class RecordWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("access-recorded", RecordWords::accessRecorded),
            entry(
                    "access-erased",
                    e -> "Lawfully erased: the reader of " + e.number("reads").orElse(0) + " access entries"),
            entry("signing-keys-changed", e -> "Checkpoints are signed by other keys" + listed(e, "signingKeys")));

    private RecordWords() {}

    private static String accessRecorded(RecordEntry entry) {
        return "Access entries " + entry.number("first").orElse(0) + " to "
                + entry.number("last").orElse(0) + " can no longer be changed unseen"
                + (entry.list("missing").isEmpty() ? "" : "; no entry has the number" + listed(entry, "missing"));
    }
}
