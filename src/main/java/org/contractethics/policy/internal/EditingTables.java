package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contractethics.policy.internal.TableDraft.DraftRule;
import org.contractethics.policy.internal.TableShape.Column;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Component;

/** S0: rules are changed in a form. What a version may not give up is checked as for a file, before anything is proposed. */
@Component
public class EditingTables {

    private static final String SCORES = "capability-risk";
    private static final String CODE = "[A-Z][A-Z0-9_]{2,59}";
    private static final int LONGEST = 500;

    private final PolicyInForce policy;
    private final DryRun dryRun;

    EditingTables(PolicyInForce policy, DryRun dryRun) {
        this.policy = policy;
        this.dryRun = dryRun;
    }

    /**
     * What would change, before it is proposed.
     *
     * @param problems what the version would give up; then there is nothing else
     */
    public record Preview(
            List<String> problems, EvaluatedPolicy inForce, EvaluatedPolicy proposed, DryRun.Result run) {}

    /** The table of this version; 404 where there is none. */
    public RuleTable table(int version, String id) {
        return policy.version(version).tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such table."));
    }

    /** Each cell and sentence that cannot be read, at its field: {@code r3-i2} is the second input of the third rule. */
    public List<FormProblem> problems(int version, TableDraft draft) {
        TableShape shape = RuleTableReader.shape(
                policy.version(version).content().tables().getOrDefault(draft.table(), new byte[0]));
        List<FormProblem> problems = new ArrayList<>();
        IntStream.range(0, draft.rules().size())
                .forEach(at -> problems(draft.rules().get(at), "r" + (at + 1) + "-", shape, problems));
        return problems;
    }

    private static void problems(DraftRule rule, String row, TableShape shape, List<FormProblem> problems) {
        String reason = rule.reason();
        if (!reason.endsWith(".") || reason.length() < 4 || reason.length() > LONGEST || unwritable(reason)) {
            problems.add(new FormProblem(row + "reason", "Say why, in a sentence with a full stop at its end."));
        }
        cells(rule.inputs(), shape.inputs(), row + "i", true, problems);
        cells(rule.outputs(), shape.outputs(), row + "o", false, problems);
    }

    private static void cells(
            List<String> cells, List<Column> columns, String field, boolean input, List<FormProblem> problems) {
        for (int at = 0; at < columns.size(); at++) {
            String cell = at < cells.size() ? cells.get(at) : "";
            String type = columns.get(at).type();
            boolean readable = input ? Cell.readableInput(cell) : Cell.readableOutput(cell);
            if (!readable || !Cell.fits(cell, type)) {
                problems.add(new FormProblem(field + (at + 1), form(type, input)));
            }
        }
    }

    private static String form(String type, boolean input) {
        String value =
                switch (type) {
                    case "string" -> "a code in quotation marks, for example \"HIGH\"";
                    case "boolean" -> "true or false";
                    default -> "a whole number";
                };
        return input
                ? "Write " + value + ", a list of them, not(...)"
                        + (type.equals("integer") ? ", a comparison like >= 3, a range like [1..3]" : "")
                        + ", or nothing where it does not matter."
                : "Write " + value + ".";
    }

    private static boolean unwritable(String text) {
        return text.codePoints().anyMatch(sign -> Character.isISOControl(sign) || sign == 0xFFFE || sign == 0xFFFF);
    }

    public List<FormProblem> problems(int version, CapabilityDraft draft) {
        List<FormProblem> problems = new ArrayList<>();
        when(problems, !draft.code().matches(CODE), "code", "Write a code of capital letters, digits and _.");
        when(
                problems,
                policy.version(version).capabilities().stream()
                        .anyMatch(known -> known.code().equals(draft.code())),
                "code",
                "There is a capability with this code already.");
        when(problems, wrong(draft.label()), "label", "Say in a few words what the technology can do.");
        when(problems, !draft.score().matches("[0-4]"), "score", "Choose a score from 0 to 4.");
        when(problems, wrong(draft.source()), "source", "Name the law or standard it rests on.");
        when(
                problems,
                wrong(draft.reason()) || !draft.reason().endsWith("."),
                "why",
                "Say why it has this score, in a sentence with a full stop at its end.");
        return problems;
    }

    private static boolean wrong(String text) {
        return text.isBlank() || text.length() > LONGEST || unwritable(text);
    }

    private static void when(List<FormProblem> problems, boolean wrong, String field, String message) {
        if (wrong) {
            problems.add(new FormProblem(field, message));
        }
    }

    /** The changed file by its name. */
    public Map<String, String> files(int version, TableDraft draft) {
        String name = PolicyContent.fileOf(draft.table());
        PolicyContent content = policy.version(version).content();
        return Map.of(name, draft.written(content.file(name).orElseThrow()));
    }

    public Map<String, String> files(int version, CapabilityDraft draft) {
        return draft.files(policy.version(version).content(), table(version, SCORES));
    }

    public Preview preview(Map<String, String> files) {
        EvaluatedPolicy inForce = policy.now();
        PolicyContent content = inForce.complete().with(files);
        List<String> problems =
                new VersionCheck(inForce.complete()).check(content).problems();
        if (!problems.isEmpty()) {
            return new Preview(problems, inForce, inForce, dryRun.nothing());
        }
        EvaluatedPolicy proposed = new EvaluatedPolicy(inForce.current(), content);
        return new Preview(problems, inForce, proposed, dryRun.of(proposed));
    }
}
