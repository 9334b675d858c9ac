package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.PolicyVersion;

/**
 * What may be decided, over all impacts together, with what it was derived from. Stored with the vote and the decision.
 *
 * @param allowed never empty; limited to what makes sense before a signature
 * @param decider {@code REVIEWERS}, {@code PANEL} or {@code BOARD_COMMITTEE}, the highest any impact asks for
 * @param majority {@code MAJORITY}, {@code TWO_THIRDS} or {@code UNANIMOUS}, the strictest any impact asks for
 * @param basis the rows in words
 * @param rows one for each impact: the inputs, the rule that fired and its outputs
 */
public record AllowedSpace(
        Set<Outcome> allowed,
        String decider,
        String majority,
        List<String> basis,
        List<Row> rows,
        PolicyVersion policy) {

    public AllowedSpace {
        allowed = Set.copyOf(allowed);
        basis = List.copyOf(basis);
        rows = List.copyOf(rows);
    }

    /**
     * @param right the right whose impact was looked up; {@code -} where none is touched
     * @param inputs the input of the table; {@code unknown} where it was missing
     */
    public record Row(String right, Map<String, String> inputs, String rule, Map<String, String> outputs) {}

    /** Whether nobody may override a rejection: a critical impact (H6). */
    public boolean critical() {
        return rows.stream().anyMatch(row -> "CRITICAL".equals(row.inputs().get("residualSeverity")));
    }

    public boolean board() {
        return decider.equals("BOARD_COMMITTEE");
    }
}
