package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.because;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about the versions of the rules say. */
final class PolicyWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("policy-proposed", e -> version(e) + " was proposed" + because(e)),
            entry("policy-concern-weighed", e -> "An open concern was weighed for " + version(e)),
            entry("policy-commented", e -> version(e) + " was commented on"),
            entry("policy-approved", e -> version(e) + " was approved" + because(e)),
            entry("policy-withdrawn", e -> version(e) + " was withdrawn" + because(e)),
            entry("policy-in-force", e -> version(e) + " came into force"),
            entry("policy-superseded", e -> version(e) + " is no longer in force"));

    private PolicyWords() {}

    private static String version(RecordEntry entry) {
        return "Version " + entry.number("policyVersion").orElse(0) + " of the rules";
    }
}
