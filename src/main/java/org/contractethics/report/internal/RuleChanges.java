package org.contractethics.report.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.paper.Paper;
import org.contractethics.paper.Paper.Cell;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.springframework.stereotype.Component;

/**
 * Which versions of the rules came into force in a period, what changed with them, and why they were proposed. All of it everybody who is
 * signed in reads on the page of the version; nothing is told of a version that is only proposed, nor what was said about one.
 */
@Component
class RuleChanges {

    /** Longer reasons are read on the page of the version. */
    static final int MOST_LETTERS = 500;

    private static final Map<String, String> PARTS = Map.of(
            "capabilities-catalogue", "Catalogue of capabilities",
            "rights-catalogue", "Catalogue of rights",
            "safeguards-catalogue", "Catalogue of safeguards",
            "agencies-list", "List of agencies",
            "red-flag-facts-list", "Facts that tell red flags",
            "text", "Text of the policy");

    private final RecordReader record;

    RuleChanges(RecordReader record) {
        this.record = record;
    }

    /** A version that came into force. */
    record Change(long version, LocalDate since, String changed, String reason) {

        String named() {
            return "Version " + version;
        }
    }

    /** @param size how much of the record is told of */
    List<Change> in(Period period, long size) {
        List<Change> changes = new ArrayList<>();
        record.each(inForce(period), 0, size, entry -> changes.add(change(entry, size)));
        return changes;
    }

    /** @param size how much of the record is told of */
    void add(Paper.Builder paper, Period period, long size) {
        List<List<Cell>> rows = in(period, size).stream().map(RuleChanges::row).toList();
        paper.heading(1, "Changes of the rules")
                .text(
                        "Versions of the policy and its decision tables that came into force in the period, with the reason for"
                                + " which they were proposed. A decision is bound to one version.")
                .linked(
                        List.of("Version", "In force since", "What changed", "Reason"),
                        rows,
                        "No version of the rules came into force in the period.");
    }

    private static EntryFilter inForce(Period period) {
        return new EntryFilter("policy-in-force", null, null, null, period.start(), period.end());
    }

    private Change change(RecordEntry entry, long size) {
        long version = entry.number("policyVersion").orElse(0);
        return new Change(version, entry.day(), changed(entry, version), reason(entry, version, size));
    }

    private static List<Cell> row(Change change) {
        return List.of(
                new Cell(change.named(), "/rules/versions/" + change.version()),
                new Cell(Period.words(change.since()), null),
                new Cell(change.changed(), null),
                new Cell(change.reason(), null));
    }

    private static String changed(RecordEntry entry, long version) {
        if (!entry.facts().containsKey("changed")) {
            return version == 1
                    ? "The first version"
                    : "Not recorded with this version; its page shows the differences";
        }
        return entry.list("changed").stream()
                .map(part -> PARTS.getOrDefault(String.valueOf(part), "Table: " + Words.of(String.valueOf(part))))
                .collect(Collectors.joining("; "));
    }

    /** The first version came into force without a proposal and has its reason with it. */
    private String reason(RecordEntry inForce, long version, long size) {
        String[] reason = {inForce.text("reason").orElse("")};
        if (reason[0].isEmpty()) {
            record.each(EntryFilter.ofKind("policy-proposed"), 0, Math.min(inForce.index(), size), proposed -> {
                if (proposed.number("policyVersion").orElse(0) == version) {
                    reason[0] = proposed.text("reason").orElse("");
                }
            });
        }
        if (reason[0].isEmpty()) {
            return "Not told in the record";
        }
        return reason[0].length() <= MOST_LETTERS
                ? reason[0]
                : reason[0].substring(0, MOST_LETTERS) + "… (in full on the page of the version)";
    }
}
