package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about the audit sample say. */
final class SampleWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("sample-drawn", SampleWords::drawn),
            entry("sample-reviewed", SampleWords::reviewed),
            entry("sample-ruled", SampleWords::ruled));

    private SampleWords() {}

    private static String drawn(RecordEntry entry) {
        return (entry.flag("drawn") ? "Drawn into the audit sample" : "Not drawn into the audit sample") + ", share "
                + entry.number("percent").orElse(0) + " %";
    }

    private static String reviewed(RecordEntry entry) {
        String differs = entry.text("differs").orElse("");
        return "Reviewed a second time: "
                + (differs.equals("AGREES") ? "both reviews agree" : "they differ in " + lower(words(differs)));
    }

    private static String ruled(RecordEntry entry) {
        return entry.text("result").filter("REOPEN"::equals).isPresent()
                ? "Ruled on the second review: the review is opened again"
                : "Ruled on the second review: the first decision is upheld";
    }
}
