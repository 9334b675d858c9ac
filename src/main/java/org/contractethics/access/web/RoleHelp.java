package org.contractethics.access.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.shared.Role;

/**
 * What one role does, in plain words.
 *
 * @param role the role
 * @param does what a person with this role does here
 * @param never what the role does not let them do, because the review would lose its meaning
 */
public record RoleHelp(Role role, String does, String never) {

    static final List<RoleHelp> ALL = List.of(
            of(
                    Role.SUBMITTER,
                    "Registers contracts, adds the documents and submits them for review before signature.",
                    "Works on no task of a review of a contract they submitted."),
            of(
                    Role.TRIAGE_OFFICER,
                    "Confirms the tier that the decision tables propose, and raises it where they know more.",
                    "Never lowers a tier."),
            of(
                    Role.HR_REVIEWER,
                    "Researches the agency and the use, assesses the impact on each right, votes.",
                    "Decides nothing while a right has not been looked at."),
            of(
                    Role.LEGAL_REVIEWER,
                    "Checks documents and legal stops, asks for safeguards in the contract, guards the signature.",
                    "Legal clearance is not a human-rights approval."),
            of(
                    Role.PRODUCT_EXPERT,
                    "States what the technology can do, intended or not.",
                    "Does not rely on what the customer says it will do."),
            of(
                    Role.EXTERNAL_EXPERT,
                    "Brings human-rights knowledge from outside the company, and votes where a case needs it.",
                    "Sees only the reviews they take part in and the register."),
            of(
                    Role.EMPLOYEE_PANELIST,
                    "Votes as a colleague from the rank and file on the panels that the lot draws them for.",
                    "Cannot be outvoted out of sight: a dissent is kept with the decision."),
            of(
                    Role.PANEL_CHAIR,
                    "Keeps the terms of panelists, calls the panel together, closes its vote, writes down decision and minutes.",
                    "Never chooses who sits on a panel, and sees no vote before all are opened together."),
            of(
                    Role.BOARD_COMMITTEE,
                    "Hears appeals by name and with reasons, approves the policy.",
                    "Cannot allow what the decision tables exclude."),
            of(
                    Role.OMBUDS,
                    "Receives concerns about the process and about reprisals, and answers them.",
                    "Reports to the board only."),
            of(
                    Role.MONITOR,
                    "Follows the conditions of a decision until each is met with evidence.",
                    "Waives no condition."),
            of(
                    Role.AUDITOR,
                    "Reads reviews, decisions and the record, and verifies that the record is whole.",
                    "Writes nothing, and reads no concern."),
            of(
                    Role.LEADERSHIP,
                    "Reads figures and reports, and follows each figure to the decisions behind it.",
                    "Changes no decision; there is only the appeal."),
            of(
                    Role.EMPLOYEE,
                    "Sees the register of contracts with their outcomes, files concerns and follows them.",
                    "Reads no review in progress."),
            of(
                    Role.EXTERNAL_FILER,
                    "Files a concern as an affected person or organisation and follows it.",
                    "Sees no contract documents."));

    private static RoleHelp of(Role role, String does, String never) {
        return new RoleHelp(role, does, never);
    }

    static Map<Role, RoleHelp> byRole() {
        return ALL.stream().collect(Collectors.toMap(RoleHelp::role, help -> help));
    }
}
