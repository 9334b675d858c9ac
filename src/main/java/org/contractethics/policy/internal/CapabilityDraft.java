package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A capability that somebody wants in the catalogue.
 *
 * @param score 0 to 4, as typed
 * @param reason why it has this score; the sentence of its rule
 * @param rights codes of the rights it brings to mind
 */
public record CapabilityDraft(
        String code, String label, String score, String source, String reason, Set<String> rights) {

    public static final CapabilityDraft EMPTY = new CapabilityDraft("", "", "", "", "", Set.of());

    public CapabilityDraft {
        rights = Set.copyOf(rights);
    }

    /** The files that change: the catalogue, the score of the code, and the rights it brings to mind. */
    Map<String, String> files(PolicyContent inForce, RuleTable scores) {
        Map<String, String> files = new LinkedHashMap<>();
        String catalogue = inForce.file(PolicyContent.CAPABILITIES).orElseThrow();
        files.put(
                PolicyContent.CAPABILITIES,
                withNewline(catalogue) + CsvFile.line(List.of(code, label, score, source)) + "\n");
        files.put(
                PolicyContent.fileOf(scores.id()),
                scored(scores)
                        .written(inForce.file(PolicyContent.fileOf(scores.id())).orElseThrow()));
        if (!rights.isEmpty()) {
            files.put(
                    PolicyContent.RIGHTS,
                    triggering(inForce.file(PolicyContent.RIGHTS).orElseThrow()));
        }
        return files;
    }

    /** The row for what is left over names every code that has a row of its own, so the new one is added there as well. */
    private TableDraft scored(RuleTable scores) {
        String text = '"' + code + '"';
        List<TableDraft.DraftRule> rules = new ArrayList<>();
        TableDraft.of(scores).rules().forEach(rule -> {
            String cell = rule.inputs().get(0);
            boolean others = cell.startsWith("not(") && cell.endsWith(")");
            rules.add(
                    others
                            ? new TableDraft.DraftRule(
                                    rule.id(),
                                    rule.reason(),
                                    List.of(cell.substring(0, cell.length() - 1) + ", " + text + ")"),
                                    rule.outputs())
                            : rule);
        });
        rules.add(0, new TableDraft.DraftRule("", reason, List.of(text), Collections.singletonList(score)));
        return new TableDraft(scores.id(), rules);
    }

    private String triggering(String catalogue) {
        List<String> lines = new ArrayList<>(catalogue.lines().toList());
        int triggers = CsvFile.cells(lines.get(0)).indexOf("triggers");
        for (int at = 1; at < lines.size(); at++) {
            List<String> cells = new ArrayList<>(CsvFile.cells(lines.get(at)));
            if (cells.size() > triggers && rights.contains(cells.get(0))) {
                String before = cells.get(triggers);
                cells.set(triggers, before.isEmpty() ? code : before + "; " + code);
                lines.set(at, CsvFile.line(cells));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String withNewline(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
