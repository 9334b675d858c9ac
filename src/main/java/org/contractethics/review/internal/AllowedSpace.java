package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Safeguards.SafeguardGap;
import org.contractethics.policy.Safeguards.SafeguardGaps;
import org.contractethics.policy.Weighed;
import org.jspecify.annotations.Nullable;

/**
 * What may be decided, over all impacts together, with what it was derived from. Stored with the vote and the decision.
 *
 * @param allowed never empty; suspension and exit only of a contract that was signed
 * @param decider {@code REVIEWERS}, {@code PANEL} or {@code BOARD_COMMITTEE}, the highest any impact asks for
 * @param majority {@code MAJORITY}, {@code TWO_THIRDS} or {@code UNANIMOUS}, the strictest any impact asks for
 * @param basis the rows in words
 * @param quorum valid votes that the triage table asks for; null in rounds opened before it was kept
 * @param rows one for each impact: the inputs, the rule that fired and its outputs
 * @param safeguards one for each safeguard with the rule that fired (table 2.8); none in T1
 */
public record AllowedSpace(
        Set<Outcome> allowed,
        String decider,
        String majority,
        List<String> basis,
        List<Row> rows,
        PolicyVersion policy,
        @Nullable Integer quorum,
        List<SafeguardGap> safeguards) {

    public AllowedSpace {
        allowed = Set.copyOf(allowed);
        basis = List.copyOf(basis);
        rows = List.copyOf(rows);
        safeguards = List.copyOf(safeguards);
    }

    /**
     * @param right the right whose impact was looked up; {@code -} where none is touched
     * @param inputs the input of the table; {@code unknown} where it was missing
     * @param weighed what was assessed and what mitigation leaves of it; null without mitigation, and in rounds opened before it was
     *     kept
     */
    public record Row(
            String right,
            Map<String, String> inputs,
            String rule,
            Map<String, String> outputs,
            @Nullable Weighed weighed) {

        /** Whether mitigation states less than was assessed. */
        public boolean lowered() {
            Weighed both = weighed;
            return both != null && both.lowered();
        }
    }

    /** Whether nobody may override a rejection: a critical impact (H6). */
    public boolean critical() {
        return rows.stream().anyMatch(row -> "CRITICAL".equals(row.inputs().get("residualSeverity")));
    }

    /** The same after what the triage asks besides (table 2.5); it never loosens what the impacts ask. */
    AllowedSpace asTriaged(int tableQuorum, boolean boardRequired) {
        List<String> reasons = new ArrayList<>(basis);
        if (boardRequired) {
            reasons.add(
                    "The tier asks for an external expert among the voters and for the board committee (table 2.5).");
        }
        return new AllowedSpace(
                allowed,
                boardRequired ? "BOARD_COMMITTEE" : decider,
                majority,
                reasons,
                rows,
                policy,
                tableQuorum,
                safeguards);
    }

    /** The same before the board committee, for this reason. */
    AllowedSpace beforeBoard(String because) {
        List<String> reasons = new ArrayList<>(basis);
        reasons.add(because);
        return new AllowedSpace(allowed, "BOARD_COMMITTEE", majority, reasons, rows, policy, quorum, safeguards);
    }

    AllowedSpace withSafeguards(SafeguardGaps gaps) {
        return new AllowedSpace(allowed, decider, majority, basis, rows, policy, quorum, gaps.rows());
    }

    /**
     * The same where nothing can be approved, for this reason: whatever is left, and the return in place of an approval. Without it, who
     * would have approved could only reject, and what was found since would lead nowhere.
     */
    AllowedSpace withoutApproval(String because) {
        Set<Outcome> left = new HashSet<>(allowed);
        if (left.removeIf(Outcome::approves)) {
            left.add(Outcome.RETURN);
        }
        List<String> reasons = new ArrayList<>(basis);
        if (!reasons.contains(because)) {
            reasons.add(because);
        }
        return new AllowedSpace(
                left.isEmpty() ? Set.of(Outcome.RETURN) : left,
                decider,
                majority,
                reasons,
                rows,
                policy,
                quorum,
                safeguards);
    }

    /** Why an outcome outside is refused, and which are inside. */
    String refusal() {
        return "The decision tables do not allow this outcome here (H6). They allow: "
                + allowed.stream().sorted().map(Outcome::label).collect(Collectors.joining(", ")) + ".";
    }

    public boolean board() {
        return decider.equals("BOARD_COMMITTEE");
    }
}
