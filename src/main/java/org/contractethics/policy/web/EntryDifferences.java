package org.contractethics.policy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.web.Differences.EntryDifference;

/** What differs in the catalogues and lists of two versions, entry by entry. */
final class EntryDifferences {

    private static final String AGENCIES = "Agencies";
    private static final String FACTS = "Facts that tell red flags";

    private final List<EntryDifference> found = new ArrayList<>();

    private EntryDifferences() {}

    static List<EntryDifference> between(EvaluatedPolicy before, EvaluatedPolicy after) {
        EntryDifferences differences = new EntryDifferences();
        differences.entries("Capabilities", capabilities(before), capabilities(after));
        differences.entries("Rights", rights(before), rights(after));
        differences.entries("Safeguards", safeguards(before), safeguards(after));
        differences.entries(AGENCIES, agencies(before), agencies(after));
        differences.moved(agencies(before), agencies(after));
        differences.entries(FACTS, redFlagFacts(before), redFlagFacts(after));
        differences.firstLists(before, after);
        return differences.found;
    }

    /** Lists that belonged to the software until this version, which is the first to hold them. */
    private void firstLists(EvaluatedPolicy before, EvaluatedPolicy after) {
        if (!before.content().hasLists() && after.content().hasLists()) {
            String until = "Part of the software";
            found.add(new EntryDifference(
                    AGENCIES,
                    "Added",
                    "agencies.csv",
                    until,
                    count(after.agencies().rows())));
            found.add(new EntryDifference(
                    FACTS,
                    "Added",
                    "red-flag-facts.csv",
                    until,
                    count(after.redFlagFacts().rows())));
        }
    }

    private static String count(List<?> rows) {
        return rows.size() + " entries, part of the policy";
    }

    private void entries(String catalogue, Map<String, String> before, Map<String, String> after) {
        Set<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        for (String code : codes) {
            String old = before.getOrDefault(code, "");
            String now = after.getOrDefault(code, "");
            if (!old.equals(now)) {
                String what = old.isEmpty() ? "Added" : now.isEmpty() ? "Removed" : "Changed";
                found.add(new EntryDifference(catalogue, what, code, old, now));
            }
        }
    }

    /** The first entry that applies decides, so its place says as much as its words. */
    private void moved(Map<String, String> before, Map<String, String> after) {
        List<String> old = List.copyOf(before.keySet());
        List<String> now = List.copyOf(after.keySet());
        Order.moved(old, now)
                .forEach(pattern -> found.add(
                        new EntryDifference(AGENCIES, "Moved", pattern, place(old, pattern), place(now, pattern))));
    }

    private static String place(List<String> patterns, String pattern) {
        return "No. " + (patterns.indexOf(pattern) + 1) + " of " + patterns.size();
    }

    private static Map<String, String> capabilities(EvaluatedPolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.capabilities()
                .forEach(one -> words.put(one.code(), one.label() + "; score " + one.score() + "; " + one.source()));
        return words;
    }

    private static Map<String, String> rights(EvaluatedPolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.catalogue()
                .forEach(one -> words.put(
                        one.right().code(),
                        String.join(
                                "; ",
                                one.right().name(),
                                "art. " + one.right().udhr(),
                                one.right().instruments(),
                                String.join(", ", new TreeSet<>(one.right().triggers())),
                                one.considerAlso(),
                                one.derogation())));
        return words;
    }

    private static Map<String, String> safeguards(EvaluatedPolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.safeguards()
                .forEach(one -> words.put(one.code(), String.join("; ", one.label(), one.clauses(), one.source())));
        return words;
    }

    private static Map<String, String> agencies(EvaluatedPolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.agencies().rows().stream()
                .map(PolicyListPages.Agency::of)
                .forEach(one -> words.put(one.pattern(), stated(one.type(), one.name(), one.parent(), one.country())));
        return words;
    }

    private static Map<String, String> redFlagFacts(EvaluatedPolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.redFlagFacts()
                .rows()
                .forEach(row -> words.put(
                        row.check(),
                        stated(
                                String.join(", ", new TreeSet<>(row.capabilities())),
                                String.join(", ", new TreeSet<>(row.dataKinds())),
                                row.fact(),
                                row.untold())));
        return words;
    }

    private static String stated(String... cells) {
        return Stream.of(cells).filter(cell -> !cell.isEmpty()).collect(Collectors.joining("; "));
    }
}
