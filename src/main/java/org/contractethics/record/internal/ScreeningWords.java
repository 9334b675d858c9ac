package org.contractethics.record.internal;

import static java.util.Map.entry;
import static org.contractethics.record.internal.FactWords.day;
import static org.contractethics.record.internal.FactWords.lower;
import static org.contractethics.record.internal.FactWords.word;
import static org.contractethics.record.internal.FactWords.words;

import java.util.Map;
import java.util.function.Function;
import org.contractethics.record.RecordEntry;

/** What entries about lists, names that are near listed ones, agencies and countries say. */
final class ScreeningWords {

    static final Map<String, Function<RecordEntry, String>> SENTENCES = Map.ofEntries(
            entry("list-source-added", e -> "A source of a list was added: " + word(e, "title")),
            entry(
                    "list-loaded",
                    e -> "A list of " + day(e, "statedOn") + " came into force: "
                            + e.number("entries").orElse(0) + " entries"),
            entry("list-found-unchanged", e -> "A list was uploaded again and was the same"),
            entry("list-refused", e -> "A list was not taken; the one before it stays in force"),
            entry("screening-hit-found", e -> "A named party is near a name on a list" + band(e)),
            entry("screening-hit-changed", e -> "What a list says near a named party changed" + band(e)),
            entry("screening-hit-closed", e -> "A named party is no longer near a name on a list" + closed(e)),
            entry("screening-hit-answered", ScreeningWords::answered),
            entry("agency-finding-cited", e -> "A finding was cited of an agency: " + word(e, "agency")),
            entry(
                    "agency-finding-withdrawal-proposed",
                    e -> "Somebody asked to withdraw a finding on an agency: " + word(e, "agency")),
            entry("agency-finding-withdrawn", e -> "A finding on an agency was withdrawn: " + word(e, "agency")),
            entry("agency-finding-kept", e -> "A finding on an agency was kept: " + word(e, "agency")),
            entry(
                    "country-record-written",
                    e -> "The record of a country was written: " + word(e, "country") + ", band "
                            + lower(word(e, "band"))),
            entry("country-record-confirmed", e -> "The record of a country was confirmed: " + word(e, "country")),
            entry("country-record-refused", e -> "The record of a country was refused: " + word(e, "country")),
            entry(
                    "screening-clearance-decided",
                    e -> e.flag("approved")
                            ? "The clearance of a hit was approved by a second person"
                            : "The clearance of a hit was refused by a second person"));

    private ScreeningWords() {}

    private static String band(RecordEntry entry) {
        return "STRONG".equals(word(entry, "band")) ? ": strong" : ": to be looked at";
    }

    private static String closed(RecordEntry entry) {
        return switch (word(entry, "why")) {
            case "ENTRY_GONE" -> ": the entry left the list";
            case "PARTY_GONE" -> ": the contract no longer names the party so";
            default -> "";
        };
    }

    private static String answered(RecordEntry entry) {
        String until = entry.text("endsOn").isPresent() ? " until " + day(entry, "endsOn") : "";
        return "A hit of the screening was " + lower(words(entry, "verdict")) + until;
    }
}
