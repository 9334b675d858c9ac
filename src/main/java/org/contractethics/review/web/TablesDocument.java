package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.contractethics.policy.Policy.PolicyVersion;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.Safeguards.SafeguardGap;
import org.contractethics.policy.Weighed;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.jspecify.annotations.Nullable;

/**
 * What the decision tables left open, with the inputs and the rule that matched for each right and each safeguard.
 *
 * @param policyVersion whose tables they are
 */
@Schema(name = "DecisionTables")
record TablesDocument(
        int policyVersion,
        List<String> allowed,
        String decider,
        String majority,
        List<RowDocument> rows,
        List<SafeguardDocument> safeguards) {

    static TablesDocument of(AllowedSpace space) {
        return new TablesDocument(
                space.policy().number(),
                space.allowed().stream().map(Enum::name).sorted().toList(),
                space.decider(),
                space.majority(),
                space.rows().stream().map(RowDocument::of).toList(),
                space.safeguards().stream().map(SafeguardDocument::of).toList());
    }

    /**
     * A row of table 2.7.
     *
     * @param right whose impact was looked up; {@code -} where none is touched
     * @param inputs of the table; {@code unknown} where one was missing
     * @param rule that matched
     * @param residualSeverity that the mitigation states; the table is asked with it where it was countersigned
     */
    @Schema(name = "DecisionTableRow")
    record RowDocument(
            String right,
            Map<String, String> inputs,
            String rule,
            Map<String, String> outputs,
            @Nullable String assessedSeverity,
            @Nullable String residualSeverity) {

        static RowDocument of(AllowedSpace.Row row) {
            Weighed weighed = row.weighed();
            return new RowDocument(
                    row.right(),
                    row.inputs(),
                    row.rule(),
                    row.outputs(),
                    weighed == null ? null : weighed.assessed().name(),
                    weighed == null ? null : weighed.residual().name());
        }
    }

    /** A row of table 2.8. */
    @Schema(name = "SafeguardTableRow")
    record SafeguardDocument(String safeguard, String weight, String rule, String reason) {

        static SafeguardDocument of(SafeguardGap gap) {
            return new SafeguardDocument(gap.safeguard(), gap.weight().name(), gap.rule(), gap.reason());
        }
    }

    /**
     * How the tier came about (tables 2.1 to 2.5).
     *
     * @param tableTier what the table gave; {@code tier} is higher where an officer raised it, with the reason
     * @param recordReason why the agency's record is better than an earlier triage found; empty where it is not
     * @param policyVersion whose tables they are; null where it was not kept
     * @param inputs of the tables; null where they were not kept
     * @param matched the rules that matched, by table
     */
    @Schema(name = "Triage")
    record TriageDocument(
            String tier,
            String tableTier,
            String raiseReason,
            String recordReason,
            @Nullable Integer policyVersion,
            @Nullable TriageFacts inputs,
            Map<String, List<String>> matched,
            String why) {

        static TriageDocument of(TriageConfirmation triage) {
            PolicyVersion policy = triage.policy();
            String recordReason = triage.answers().recordReason();
            return new TriageDocument(
                    triage.tier().name(),
                    triage.table().tier().name(),
                    triage.raiseReason(),
                    recordReason == null ? "" : recordReason,
                    policy == null ? null : policy.number(),
                    triage.facts(),
                    triage.table().matched(),
                    triage.table().why());
        }
    }
}
