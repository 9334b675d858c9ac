package org.contractethics.review;

import java.util.Set;
import org.contractethics.shared.Role;

/**
 * The stages of a review that people work on. The name in kebab case is the id of the user task in {@code
 * bpmn/contract-review.bpmn}: {@link #LEGAL_STOP} is {@code legal-stop}.
 */
public enum Stage {
    CLARIFICATION("S1", "Answer the clarification request", Set.of(Role.SUBMITTER)),
    DOCUMENT_CHECK("S2", "Confirm the documents", Set.of(Role.LEGAL_REVIEWER)),
    LEGAL_STOP("S3", "Clear or stop on legal grounds", Set.of(Role.LEGAL_REVIEWER)),
    TRIAGE("S4", "Confirm the triage", Set.of(Role.TRIAGE_OFFICER)),
    RESEARCH("S5", "Research the agency and the end use", Set.of(Role.HR_REVIEWER)),
    ASSESSMENT("S6", "Assess the impact on rights", Set.of(Role.HR_REVIEWER)),
    MITIGATION("S7", "Agree on mitigation", Set.of(Role.LEGAL_REVIEWER)),
    /** Open to the whole panel at once; the votes live in our own tables and the engine waits once. */
    VOTE(
            "S8",
            "Vote",
            Set.of(
                    Role.HR_REVIEWER,
                    Role.LEGAL_REVIEWER,
                    Role.EMPLOYEE_PANELIST,
                    Role.EXTERNAL_EXPERT,
                    Role.PANEL_CHAIR)),
    /** Recorded by the panel chair; by the board committee in T4 and where table 2.7 leaves the decision to it. */
    DECISION("S8", "Record the decision", Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE)),
    APPEAL("S9", "Decide the appeal", Set.of(Role.BOARD_COMMITTEE)),
    SIGNATURE_GATE("S10", "Confirm the signed documents", Set.of(Role.LEGAL_REVIEWER));

    private final String code;
    private final String label;
    private final Set<Role> candidates;

    Stage(String code, String label, Set<Role> candidates) {
        this.code = code;
        this.label = label;
        this.candidates = candidates;
    }

    /** Code of the stage in the review procedure, S1 to S10. */
    public String code() {
        return code;
    }

    /** What is to be done, as shown on screen and in the diagram. */
    public String label() {
        return label;
    }

    /** Who may take it on; the candidate groups of the user task. */
    public Set<Role> candidates() {
        return candidates;
    }

    /** Id of the user task in the process, for example {@code legal-stop}. */
    public String taskKey() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether every candidate works on it at the same time instead of one person claiming it. */
    public boolean shared() {
        return this == VOTE;
    }
}
