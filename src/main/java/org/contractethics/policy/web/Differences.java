package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.RuleTable;
import org.contractethics.policy.web.TableView.Row;
import org.jspecify.annotations.Nullable;

/**
 * What one version changes of another, rule by rule.
 *
 * @param tables those that differ
 * @param catalogues entries of catalogues and lists that differ
 * @param textBefore lines of the text that are gone
 * @param textAfter lines of the text that are new
 */
@Schema(name = "PolicyDifferences")
public record Differences(
        List<TableDifference> tables,
        List<EntryDifference> catalogues,
        List<String> textBefore,
        List<String> textAfter) {

    /** @param notes what changed of the table as a whole */
    @Schema(name = "PolicyTableDifference")
    public record TableDifference(String id, String name, List<String> notes, List<RuleDifference> rules) {}

    /**
     * @param what {@code Added}, {@code Removed}, {@code Changed} or {@code Moved}
     * @param before null where the rule is new
     * @param after null where it is gone
     */
    @Schema(name = "PolicyRuleDifference")
    public record RuleDifference(String what, String rule, @Nullable Row before, @Nullable Row after) {}

    /**
     * @param catalogue {@code Capabilities}, {@code Rights}, {@code Safeguards}, {@code Agencies} or {@code Facts that tell red flags}
     * @param what {@code Added}, {@code Removed}, {@code Changed} or {@code Moved}
     * @param code of the entry; of an agency its pattern
     */
    @Schema(name = "PolicyEntryDifference")
    public record EntryDifference(String catalogue, String what, String code, String before, String after) {}

    public boolean none() {
        return tables.isEmpty() && catalogues.isEmpty() && textBefore.isEmpty() && textAfter.isEmpty();
    }

    static Differences between(EvaluatedPolicy before, EvaluatedPolicy after) {
        List<TableDifference> tables = new ArrayList<>();
        for (RuleTable table : after.tables()) {
            RuleTable old = before.tables().stream()
                    .filter(candidate -> candidate.id().equals(table.id()))
                    .findFirst()
                    .orElseThrow();
            if (!old.equals(table)) {
                tables.add(table(old, TableView.of(before, old), table, TableView.of(after, table)));
            }
        }
        List<String> textBefore =
                before.content().text().lines().filter(line -> !line.isBlank()).toList();
        List<String> textAfter =
                after.content().text().lines().filter(line -> !line.isBlank()).toList();
        return new Differences(
                tables,
                EntryDifferences.between(before, after),
                without(textBefore, textAfter),
                without(textAfter, textBefore));
    }

    private static TableDifference table(RuleTable old, TableView oldView, RuleTable now, TableView nowView) {
        List<String> notes = new ArrayList<>();
        if (!old.hitPolicy().equals(now.hitPolicy())) {
            notes.add("How the rows are read: " + nowView.hitPolicy());
        }
        if (!old.name().equals(now.name())
                || !old.description().equals(now.description())
                || !old.inputs().equals(now.inputs())
                || !old.outputs().equals(now.outputs())) {
            notes.add("The words above the table or over its columns.");
        }
        return new TableDifference(now.id(), now.name(), notes, rules(old, oldView, now, nowView));
    }

    private static List<RuleDifference> rules(RuleTable old, TableView oldView, RuleTable now, TableView nowView) {
        Map<String, Row> before = rows(oldView);
        Map<String, Row> after = rows(nowView);
        Set<String> moved = Order.moved(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        List<RuleDifference> differences = new ArrayList<>();
        now.rules().forEach(rule -> {
            RuleTable.@Nullable Rule same = find(old, rule.id());
            if (same == null) {
                differences.add(new RuleDifference("Added", rule.id(), null, after.get(rule.id())));
            } else if (!same.equals(rule)) {
                differences.add(new RuleDifference("Changed", rule.id(), before.get(rule.id()), after.get(rule.id())));
            } else if (moved.contains(rule.id())) {
                differences.add(new RuleDifference("Moved", rule.id(), before.get(rule.id()), after.get(rule.id())));
            }
        });
        before.forEach((id, row) -> {
            if (!after.containsKey(id)) {
                differences.add(new RuleDifference("Removed", id, row, null));
            }
        });
        return differences;
    }

    private static RuleTable.@Nullable Rule find(RuleTable table, String rule) {
        return table.rules().stream()
                .filter(candidate -> candidate.id().equals(rule))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Row> rows(TableView view) {
        Map<String, Row> rows = new LinkedHashMap<>();
        view.rows().forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
