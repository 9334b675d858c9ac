package org.contractethics.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.contractethics.shared.Role;

/**
 * The steps that people work on after a signature. The name in kebab case is the id of the user task in the models: {@link
 * #MEET_CONDITION} is {@code meet-condition}.
 */
public enum FollowUpStep {
    /** Assigned to the owner whom the decision names; a monitor may take it over. */
    MEET_CONDITION(FollowUp.CONDITION, "Meet the condition", Role.MONITOR),
    CONFIRM_CONDITION(FollowUp.CONDITION, "Confirm the condition", Role.MONITOR),
    PROPOSE_SUSPENSION(FollowUp.SUSPENSION, "Propose on suspension", Role.PANEL_CHAIR),
    CONFIRM_SUSPENSION(FollowUp.SUSPENSION, "Confirm the proposal", Role.BOARD_COMMITTEE),
    RE_REVIEW(FollowUp.RE_REVIEW, "Re-review the contract", Role.MONITOR, Role.HR_REVIEWER),
    PLAN_EXIT(FollowUp.EXIT, "Plan the exit", Role.PANEL_CHAIR, Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
    APPROVE_EXIT_PLAN(FollowUp.EXIT, "Approve the exit plan", Role.BOARD_COMMITTEE),
    CARRY_OUT_EXIT(FollowUp.EXIT, "Carry out the exit", Role.LEGAL_REVIEWER, Role.MONITOR),
    CONFIRM_EXIT(FollowUp.EXIT, "Confirm the end of the contract", Role.BOARD_COMMITTEE),
    PLAN_REMEDY(FollowUp.REMEDIATION, "Plan the remedy", Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
    APPROVE_REMEDY_PLAN(FollowUp.REMEDIATION, "Approve the remedy plan", Role.PANEL_CHAIR, Role.BOARD_COMMITTEE),
    CARRY_OUT_REMEDY(FollowUp.REMEDIATION, "Carry out the remedy", Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.MONITOR),
    VERIFY_REMEDY(FollowUp.REMEDIATION, "Verify the remedy", Role.HR_REVIEWER, Role.MONITOR),
    REVIEW_SAMPLE(FollowUp.SAMPLE_REVIEW, "Review a second time", Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
    RULE_ON_SAMPLE(FollowUp.SAMPLE_REVIEW, "Rule on the difference", Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

    private final FollowUp followUp;
    private final String label;
    private final Set<Role> candidates;

    FollowUpStep(FollowUp followUp, String label, Role... candidates) {
        this.followUp = followUp;
        this.label = label;
        this.candidates = Set.of(candidates);
    }

    public FollowUp followUp() {
        return followUp;
    }

    /** What is to be done, as shown on screen and in the diagram. */
    public String label() {
        return label;
    }

    /** Who may take it on; the candidate groups of the user task. */
    public Set<Role> candidates() {
        return candidates;
    }

    /** Id of the user task in the model, for example {@code meet-condition}. */
    public String taskKey() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step whose user task has this id; empty where it is the task of a review or a concern. */
    public static Optional<FollowUpStep> of(String taskKey) {
        return Arrays.stream(values())
                .filter(step -> step.taskKey().equals(taskKey))
                .findFirst();
    }
}
