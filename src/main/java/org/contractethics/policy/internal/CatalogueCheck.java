package org.contractethics.policy.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalogues: the columns stay, no code disappears (what was decided cites it), and capabilities agree with their table.
 * Capabilities are not added here: the contract form offers those that the software was built with.
 */
final class CatalogueCheck {

    private final PolicyContent proposed;
    private final PolicyContent inForce;
    private static final int LONGEST_CELL = 1_000;
    private static final String CODE = "[A-Z][A-Z0-9_]{2,59}";

    private final Found found;

    CatalogueCheck(PolicyContent proposed, PolicyContent inForce, Found found) {
        this.proposed = proposed;
        this.inForce = inForce;
        this.found = found;
    }

    /** Forms and files of contracts name a capability by its label. */
    private void labels() {
        Set<String> labels = new HashSet<>();
        proposed.catalogue(PolicyContent.CAPABILITIES).stream()
                .filter(row -> !labels.add(row.getOrDefault("label", "")))
                .forEach(row -> found.example("capabilities.csv has a label twice", String.valueOf(row.get("code"))));
    }

    void check(@Nullable DecisionTables tables) {
        codes(PolicyContent.CAPABILITIES).stream()
                .filter(code -> !code.matches(CODE))
                .forEach(code -> found.example(
                        "capabilities.csv has a code that is not of capital letters, digits and _", code));
        codes(PolicyContent.RIGHTS);
        codes(PolicyContent.SAFEGUARDS);
        if (found.nothing()) {
            lengths();
            labels();
            rights();
            safeguards();
            if (tables != null) {
                scores(tables);
            }
        }
    }

    private Set<String> codes(String name) {
        try {
            List<Map<String, String>> rows = proposed.catalogue(name);
            Set<String> columns = inForce.catalogue(name).get(0).keySet();
            if (rows.isEmpty() || !rows.get(0).keySet().equals(columns)) {
                found.say(name + " needs a first line with the columns " + String.join(", ", columns) + " and rows.");
                return new HashSet<>();
            }
            Set<String> codes = new HashSet<>();
            for (Map<String, String> row : rows) {
                String code = row.getOrDefault("code", "");
                if (code.isBlank() || !codes.add(code)) {
                    found.example(name + " has a code that is missing or stands twice", "\"" + code + "\"");
                }
            }
            missing(name, codes);
            return codes;
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            found.say(name + " cannot be read: " + e.getMessage() + ".");
            return new HashSet<>();
        }
    }

    private void missing(String name, Set<String> codes) {
        codes(inForce, name).stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> found.example(name + " lacks a code of the version in force", code));
    }

    private static Set<String> codes(PolicyContent content, String name) {
        Set<String> codes = new HashSet<>();
        content.catalogue(name).forEach(row -> codes.add(row.getOrDefault("code", "")));
        return codes;
    }

    private void rights() {
        Set<String> known = codes(proposed, PolicyContent.CAPABILITIES);
        for (Map<String, String> row : proposed.catalogue(PolicyContent.RIGHTS)) {
            String code = row.getOrDefault("code", "");
            if (!code.matches("R\\d\\d")
                    || row.getOrDefault("name", "").isBlank()
                    || row.getOrDefault("udhr", "").isBlank()) {
                found.example("rights.csv needs a code like R01, a name and an article for every right", code);
            }
            if (!known.containsAll(CatalogueRight.of(row).right().triggers())) {
                found.example("rights.csv names a trigger that is no capability of the catalogue", code);
            }
        }
    }

    /** Reviewers confirm safeguards by their label; one without is a box that says nothing. */
    private void safeguards() {
        for (Map<String, String> row : proposed.catalogue(PolicyContent.SAFEGUARDS)) {
            String code = row.getOrDefault("code", "");
            if (!code.matches(CODE)
                    || row.getOrDefault("label", "").isBlank()
                    || row.getOrDefault("source", "").isBlank()) {
                found.example(
                        "safeguards.csv needs a code of capital letters, digits and _, a label and a source for every safeguard",
                        code);
            }
        }
    }

    /** What stands in a catalogue stands on forms, in reports and in entries of the record. */
    private void lengths() {
        for (String name : List.of(PolicyContent.CAPABILITIES, PolicyContent.RIGHTS, PolicyContent.SAFEGUARDS)) {
            proposed.catalogue(name).stream()
                    .filter(row -> row.values().stream().anyMatch(cell -> cell.length() > LONGEST_CELL))
                    .forEach(row -> found.example(
                            name + " has a cell of more than 1,000 characters", row.getOrDefault("code", "")));
        }
    }

    private void scores(DecisionTables tables) {
        for (Map<String, String> row : proposed.catalogue(PolicyContent.CAPABILITIES)) {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            input.put("capability", row.get("code"));
            String score =
                    String.valueOf(tables.evaluate("capability-risk", input).number("score"));
            if (!score.equals(row.get("score"))
                    || row.getOrDefault("label", "").isBlank()
                    || row.getOrDefault("source", "").isBlank()) {
                found.example(
                        "capabilities.csv needs a label, a source, and the score that capability-risk gives",
                        String.valueOf(row.get("code")));
            }
        }
    }
}
