package org.contractethics.policy.internal;

import java.util.Map;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.TableNames;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;

/** Severity: incomplete exactly where a dimension is missing, and never lower when a dimension rises. */
final class SeverityRules implements TableRule {

    @Override
    public String table() {
        return TableNames.SEVERITY;
    }

    @Override
    public boolean numbersBeyond() {
        return true;
    }

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            boolean complete =
                    inputs.values().stream().allMatch(value -> value instanceof Integer n && n >= 1 && n <= 4);
            if ((severity(hit) == Severity.INCOMPLETE) == complete) {
                found.example(
                        "severity must be INCOMPLETE exactly where a dimension is missing or not 1 to 4",
                        InputSpace.words(inputs));
            } else if (complete) {
                rising(answers, inputs, hit, found);
            }
        });
    }

    private static void rising(Answers answers, Map<String, @Nullable Object> inputs, Hit hit, Found found) {
        inputs.forEach((name, value) -> {
            Hit graver = value instanceof Integer n && n < 4 ? answers.with(inputs, name, n + 1) : null;
            if (graver != null && severity(graver).compareTo(severity(hit)) < 0) {
                found.example("severity falls when " + name + " rises", InputSpace.words(inputs));
            }
        });
    }

    private static Severity severity(Hit hit) {
        return KnownCode.of(Severity.class, hit.text("severity"));
    }
}
