package org.contractethics.policy.web;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.RuleTable;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rules, readable by everyone: which table decides what, for which reason, under which version. */
@Controller
class RulePages {

    private final PolicyInForce policy;
    private final CellWords words;

    RulePages(PolicyInForce policy) {
        this.policy = policy;
        this.words = new CellWords(
                policy.capabilities().stream().collect(Collectors.toMap(Capability::code, Capability::label)));
    }

    @GetMapping("/rules")
    String index(Model model) {
        model.addAttribute("version", policy.current());
        model.addAttribute("tables", policy.tables());
        model.addAttribute("rights", policy.rights().size());
        model.addAttribute("capabilities", policy.capabilities().size());
        return "policy/rules";
    }

    @GetMapping("/rules/rights")
    String rights(Model model) {
        model.addAttribute("version", policy.current());
        model.addAttribute("rights", policy.catalogue());
        model.addAttribute(
                "labels",
                policy.capabilities().stream().collect(Collectors.toMap(Capability::code, Capability::label)));
        return "policy/rights";
    }

    @GetMapping("/rules/capabilities")
    String capabilities(Model model) {
        model.addAttribute("version", policy.current());
        model.addAttribute("capabilities", policy.capabilities());
        return "policy/capabilities";
    }

    @GetMapping("/rules/{table}")
    String table(@PathVariable String table, Model model) {
        RuleTable found = policy.tables().stream()
                .filter(candidate -> candidate.id().equals(table))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such decision table. The rules page lists them all."));
        model.addAttribute("version", policy.current());
        model.addAttribute("table", found);
        model.addAttribute("hitPolicy", hitPolicy(found.hitPolicy()));
        model.addAttribute("rows", rows(found));
        return "policy/table";
    }

    private List<Row> rows(RuleTable table) {
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

    private static String hitPolicy(String code) {
        return code.equals("FIRST")
                ? "First: rows are read from the top, and the first that applies decides."
                : "Unique: exactly one row applies to any input.";
    }

    /**
     * One rule in words.
     *
     * @param when the inputs it asks for; empty where it takes whatever is left
     */
    public record Row(String id, List<Part> when, List<Part> then, String reason) {}

    /** A cell with the label of its column. */
    public record Part(String label, String words) {}
}
