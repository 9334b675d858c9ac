package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.RuleTable;

/**
 * A decision table in words.
 *
 * @param hitPolicy how its rows are read, as a sentence
 */
public record TableView(String id, String name, String description, String hitPolicy, List<Row> rows) {

    /**
     * One rule in words.
     *
     * @param when the inputs it asks for; empty where it takes whatever is left
     */
    @Schema(name = "PolicyRuleInWords")
    public record Row(String id, List<Part> when, List<Part> then, String reason) {}

    /** A cell with the label of its column. */
    @Schema(name = "PolicyCellInWords")
    public record Part(String label, String words) {}

    static TableView of(EvaluatedPolicy policy, RuleTable table) {
        CellWords words = new CellWords(
                policy.capabilities().stream().collect(Collectors.toMap(Capability::code, Capability::label)));
        return new TableView(
                table.id(), table.name(), table.description(), hitPolicy(table.hitPolicy()), rows(table, words));
    }

    private static List<Row> rows(RuleTable table, CellWords words) {
        return table.rules().stream()
                .map(rule -> new Row(
                        rule.id(),
                        parts(table.inputs(), rule.inputs(), words::input).stream()
                                .filter(part -> !part.words().equals(CellWords.ANY))
                                .toList(),
                        parts(table.outputs(), rule.outputs(), words::output),
                        rule.reason()))
                .toList();
    }

    private static List<Part> parts(List<String> labels, List<String> cells, UnaryOperator<String> words) {
        return IntStream.range(0, cells.size())
                .mapToObj(at -> new Part(labels.get(at), words.apply(cells.get(at))))
                .toList();
    }

    static String hitPolicy(String code) {
        return code.equals("FIRST")
                ? "First: rows are read from the top, and the first that applies decides."
                : "Unique: exactly one row applies to any input.";
    }
}
