package org.contractethics.policy.internal;

import java.util.List;

/**
 * A decision table as people read it.
 *
 * @param id file name without ending, for example {@code triage-tier}
 * @param hitPolicy {@code FIRST}: the first row that applies decides; {@code UNIQUE}: exactly one row applies
 */
public record RuleTable(
        String id,
        String name,
        String description,
        String hitPolicy,
        List<String> inputs,
        List<String> outputs,
        List<Rule> rules) {

    /** @param reason the sentence shown to people where this row decided */
    public record Rule(String id, String reason, List<String> inputs, List<String> outputs) {}

    /** The sentence of a row. */
    public String reason(String rule) {
        return rules.stream()
                .filter(candidate -> candidate.id().equals(rule))
                .map(Rule::reason)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table " + id + " has no rule " + rule));
    }
}
