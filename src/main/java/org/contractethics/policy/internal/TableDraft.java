package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A decision table while somebody edits its rules: cells as they were typed, which may be wrong. The columns are those of the
 * version in force.
 *
 * @param table id of the table
 */
public record TableDraft(String table, List<DraftRule> rules) {

    public TableDraft {
        rules = List.copyOf(rules);
    }

    /** @param id empty of a new rule; it gets one when the table is written */
    public record DraftRule(String id, String reason, List<String> inputs, List<String> outputs) {

        public DraftRule {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    public static TableDraft of(RuleTable table) {
        return new TableDraft(
                table.id(),
                table.rules().stream()
                        .map(rule -> new DraftRule(rule.id(), rule.reason(), rule.inputs(), rule.outputs()))
                        .toList());
    }

    /** With an empty rule below the one at this place; 0 puts it on top. */
    public TableDraft addedBelow(int place, int inputs, int outputs) {
        List<DraftRule> changed = new ArrayList<>(rules);
        changed.add(
                Math.min(Math.max(place, 0), rules.size()),
                new DraftRule("", "", Collections.nCopies(inputs, ""), Collections.nCopies(outputs, "")));
        return new TableDraft(table, changed);
    }

    /** @param place counts from 1 */
    public TableDraft without(int place) {
        List<DraftRule> changed = new ArrayList<>(rules);
        if (place >= 1 && place <= changed.size()) {
            changed.remove(place - 1);
        }
        return new TableDraft(table, changed);
    }

    /** The rule at this place changes places with the one above it. */
    public TableDraft raised(int place) {
        List<DraftRule> changed = new ArrayList<>(rules);
        if (place >= 2 && place <= changed.size()) {
            Collections.swap(changed, place - 1, place - 2);
        }
        return new TableDraft(table, changed);
    }

    /** The file of the version in force with these rules instead of its own. */
    String written(String file) {
        int from = file.indexOf("<rule ");
        int to = file.indexOf("</decisionTable>");
        if (from < 0 || to < from) {
            throw new IllegalStateException("the table " + table + " in force has no rules");
        }
        String head = file.substring(0, file.lastIndexOf('\n', from) + 1);
        String tail = file.substring(file.lastIndexOf('\n', to) + 1);
        List<DraftRule> named = named();
        return named.stream().map(TableDraft::written).collect(Collectors.joining("", head, tail));
    }

    private List<DraftRule> named() {
        Set<String> taken = rules.stream().map(DraftRule::id).collect(Collectors.toSet());
        List<DraftRule> named = new ArrayList<>();
        int next = 1;
        for (DraftRule rule : rules) {
            String id = rule.id();
            while (id.isEmpty()) {
                String free = String.format(Locale.ROOT, "%s-%02d", table, next++);
                id = taken.add(free) ? free : "";
            }
            named.add(new DraftRule(id, rule.reason(), rule.inputs(), rule.outputs()));
        }
        return named;
    }

    private static String written(DraftRule rule) {
        StringBuilder xml = new StringBuilder();
        xml.append("      <rule id=\"").append(attribute(rule.id())).append("\">\n");
        xml.append("        <description>").append(escaped(rule.reason())).append("</description>\n");
        cells(xml, rule.id(), "inputEntry", "i", rule.inputs());
        cells(xml, rule.id(), "outputEntry", "o", rule.outputs());
        return xml.append("      </rule>\n").toString();
    }

    private static void cells(StringBuilder xml, String rule, String element, String letter, List<String> cells) {
        IntStream.range(0, cells.size()).forEach(at -> {
            String cell = cells.get(at);
            String id = attribute(rule) + "-" + letter + (at + 1);
            xml.append("        <").append(element).append(" id=\"").append(id).append("\">");
            xml.append(cell.isEmpty() ? "<text/>" : "<text>" + escaped(cell) + "</text>");
            xml.append("</").append(element).append(">\n");
        });
    }

    private static String attribute(String text) {
        return escaped(text).replace("\"", "&quot;");
    }

    /** Characters that XML does not have are kept out by the problems of the draft. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
