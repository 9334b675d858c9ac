package org.contractethics.policy.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The list of agencies and that of the facts which tell red flags: they can be read, name nothing that does not exist, no pattern can be
 * made to try without end, and no red flag that is weighed disappears.
 */
final class ListCheck {

    static final int LONGEST_PATTERN = 400;
    static final int LONGEST_NAME = 200;
    private static final String RED_FLAG = "K\\d\\d";
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PolicyContent proposed;
    private final PolicyContent inForce;
    private final boolean all;
    private final Found found;

    /** @param all whether lists that do not differ are checked as well */
    ListCheck(PolicyContent proposed, PolicyContent inForce, boolean all, Found found) {
        this.proposed = proposed;
        this.inForce = inForce;
        this.all = all;
        this.found = found;
    }

    /** What does not differ from the version in force was checked when that was proposed. */
    void check() {
        if (differs(PolicyContent.AGENCIES)) {
            rows(PolicyContent.AGENCIES, KnownAgencies.COLUMNS).forEach(this::agency);
            twice(PolicyContent.AGENCIES, "pattern");
        }
        if (differs(PolicyContent.RED_FLAG_FACTS)) {
            rows(PolicyContent.RED_FLAG_FACTS, RedFlagFacts.COLUMNS).forEach(this::redFlag);
            twice(PolicyContent.RED_FLAG_FACTS, "check");
            missing();
        }
    }

    private boolean differs(String name) {
        return all || !proposed.file(name).equals(inForce.file(name));
    }

    private List<Map<String, String>> rows(String name, List<String> columns) {
        try {
            List<Map<String, String>> rows = proposed.catalogue(name);
            if (rows.isEmpty() || !List.copyOf(rows.get(0).keySet()).equals(columns)) {
                found.say(name + " needs a first line with the columns " + String.join(", ", columns) + " and rows.");
                return List.of();
            }
            return rows;
        } catch (IllegalStateException e) {
            found.say(name + " cannot be read: " + e.getMessage() + ".");
            return List.of();
        }
    }

    private void twice(String name, String column) {
        if (found.nothing()) {
            Set<String> seen = new HashSet<>();
            proposed.catalogue(name).stream()
                    .map(row -> row.getOrDefault(column, ""))
                    .filter(cell -> !seen.add(cell))
                    .forEach(cell -> found.example(name + " has a " + column + " that stands twice", cell));
        }
    }

    private void agency(Map<String, String> row) {
        String pattern = row.getOrDefault("pattern", "");
        if (pattern.isBlank() || pattern.length() > LONGEST_PATTERN || !AgencyPattern.usable(pattern)) {
            found.example("agencies.csv has a pattern that cannot be used: " + AgencyPattern.FORM, '"' + pattern + '"');
        } else if (KnownAgencies.compiled(pattern).matcher("").find()) {
            found.example("agencies.csv has a pattern that every name matches", '"' + pattern + '"');
        }
        where(
                row,
                "type",
                type -> !classes(proposed).contains(type),
                "has a class that table agency-risk does not score by its name");
        where(
                row,
                "country",
                country -> !country.isEmpty() && !COUNTRIES.contains(country),
                "has a country that is not two letters of ISO 3166");
        where(row, "name", name -> name.length() > LONGEST_NAME, "has a name of more than 200 characters");
        where(row, "parent", name -> name.length() > LONGEST_NAME, "has a parent of more than 200 characters");
    }

    private void where(Map<String, String> row, String column, Predicate<String> wrong, String words) {
        String cell = row.getOrDefault(column, "");
        if (wrong.test(cell)) {
            found.example("agencies.csv " + words, '"' + cell + "\" at " + row.getOrDefault("pattern", ""));
        }
    }

    /** Codes of the classes that the table of agencies scores by their names, in its order. */
    static List<String> classes(PolicyContent content) {
        return RuleTableReader.read(content.tables().getOrDefault("agency-risk", new byte[0])).rules().stream()
                .flatMap(rule -> Cell.texts(rule.inputs().get(0)))
                .distinct()
                .toList();
    }

    private void redFlag(Map<String, String> cells) {
        RedFlagFacts.Row row = RedFlagFacts.Row.of(cells);
        if (!row.check().matches(RED_FLAG)) {
            found.example("red-flag-facts.csv needs a number like K14 for every red flag", '"' + row.check() + '"');
        }
        if (!codes(PolicyContent.CAPABILITIES).containsAll(row.capabilities())) {
            found.example("red-flag-facts.csv names a capability that is not in the catalogue", row.check());
        }
        if (!PolicyFiles.dataKinds().containsAll(row.dataKinds())) {
            found.example("red-flag-facts.csv names a kind of data that there is not", row.check());
        }
        if (!RedFlagFacts.FACTS.contains(row.fact())) {
            found.example("red-flag-facts.csv names another fact than SECRECY or RESELLERS", row.check());
        }
        if (row.untold().isBlank() || row.untold().length() > LONGEST_NAME) {
            found.example(
                    "red-flag-facts.csv needs to say in up to 200 characters what is not known where nothing tells it",
                    row.check());
        }
    }

    private Set<String> codes(String catalogue) {
        return proposed.catalogue(catalogue).stream()
                .map(row -> row.getOrDefault("code", ""))
                .collect(Collectors.toSet());
    }

    /** What is not weighed any more is read as known (H16). */
    private void missing() {
        if (found.nothing()) {
            Set<String> kept = proposed.catalogue(PolicyContent.RED_FLAG_FACTS).stream()
                    .map(row -> row.getOrDefault("check", ""))
                    .collect(Collectors.toSet());
            inForce.catalogue(PolicyContent.RED_FLAG_FACTS).stream()
                    .map(row -> row.getOrDefault("check", ""))
                    .filter(check -> !kept.contains(check))
                    .forEach(check -> found.example(
                            "red-flag-facts.csv lacks a red flag that the version in force weighs (H16)", check));
        }
    }
}
