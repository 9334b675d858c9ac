package org.contractethics.review.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A decision: bound to one version of the policy and to one set of documents, and never changed.
 *
 * @param round the vote that carried it
 * @param rights codes of the rights it rests on
 * @param tables inputs, rules and outputs of every table it was derived from
 * @param asked what votes asked for, with what became of it; empty unless the vote carried an approval with conditions
 * @param expiresOn last day the approval holds; null where nothing was approved
 */
public record Decision(
        DecisionId id,
        ReviewId review,
        ContractId contract,
        int pass,
        int round,
        Tier tier,
        Outcome outcome,
        String reasons,
        List<String> rights,
        int policyNumber,
        String policyHash,
        String documentSetHash,
        int contractVersion,
        DecisionTables tables,
        String decidedBy,
        Instant decidedAt,
        @Nullable LocalDate expiresOn,
        List<Condition> conditions,
        List<AnsweredCondition> asked,
        List<Dissent> dissents) {

    public Decision {
        rights = List.copyOf(rights);
        conditions = List.copyOf(conditions);
        asked = List.copyOf(asked);
        dissents = List.copyOf(dissents);
    }

    /** What the tables said, kept with the decision. */
    public record DecisionTables(StageForm.@Nullable TriageConfirmation triage, AllowedSpace space) {}

    /**
     * @param owner account name of who must meet it
     * @param blocking whether the delivery has to stop while it is not met; reports show it apart, nothing stops by itself
     * @param evidence what will show that it is met
     */
    public record Condition(UUID id, String text, String owner, LocalDate dueOn, boolean blocking, String evidence) {}

    /**
     * @param takenUp whether a condition of the decision says it word for word
     * @param answer why it was not taken up, or what else was said; empty where nothing was
     */
    public record AnsweredCondition(UUID id, AskedCondition condition, boolean takenUp, String answer) {}

    /**
     * A vote that did not carry, kept as an opinion of its own (H5).
     *
     * @param steppedBack whether whoever wrote it declared a conflict since: it stays, and counts as no vote
     */
    public record Dissent(
            String voter,
            Role role,
            Vote.Choice outcome,
            List<String> rights,
            String severity,
            String reasons,
            boolean steppedBack) {

        /** What is said beside one of somebody who stepped back since. */
        public static final String STEPPED_BACK =
                "Written before they declared a conflict of interest and stepped back. It does not count as a vote.";
    }

    public boolean approves() {
        return outcome.approves();
    }
}
