package org.contractethics.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.contractethics.policy.internal.RuleTable;

/**
 * A decision table as the API tells it.
 *
 * @param hitPolicy FIRST, the first row that applies decides, or UNIQUE, exactly one applies
 * @param rules cells as they stand in the file, in the order of inputs and outputs
 */
@Schema(name = "PolicyTable")
record TableDocument(
        String id,
        String name,
        String description,
        String hitPolicy,
        List<String> inputs,
        List<String> outputs,
        List<RuleDocument> rules) {

    /** @param reason the sentence shown to people where this row decided */
    @Schema(name = "PolicyTableRule")
    record RuleDocument(String id, String reason, List<String> inputs, List<String> outputs) {}

    static TableDocument of(RuleTable table) {
        return new TableDocument(
                table.id(),
                table.name(),
                table.description(),
                table.hitPolicy(),
                table.inputs(),
                table.outputs(),
                table.rules().stream()
                        .map(rule -> new RuleDocument(rule.id(), rule.reason(), rule.inputs(), rule.outputs()))
                        .toList());
    }
}
