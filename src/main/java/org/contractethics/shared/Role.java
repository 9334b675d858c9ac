package org.contractethics.shared;

import java.util.Locale;

/** The realm roles of the review. A person may hold several; separation of duties limits what they may do with them. */
public enum Role {
    /** Sales or account owner: registers contracts and submits them for review. */
    SUBMITTER,
    /** Confirms the triage tier; may raise it, never lower it. */
    TRIAGE_OFFICER,
    /** Human-rights expert: researches, assesses, votes. */
    HR_REVIEWER,
    /** Confirms documents, legal stops, safeguards; guards the signature. */
    LEGAL_REVIEWER,
    /** States what the technology can do, not what the customer says it will do. */
    PRODUCT_EXPERT,
    /** Human-rights expert from outside the company. */
    EXTERNAL_EXPERT,
    /** Rank-and-file employee with a vote on the panel. */
    EMPLOYEE_PANELIST,
    /** Chairs the panel from outside the sales line. */
    PANEL_CHAIR,
    /** Board committee: hears appeals and approves policy. */
    BOARD_COMMITTEE,
    /** Ombuds (concern officer): reports to the board only. */
    OMBUDS,
    /** Owner of conditions. */
    MONITOR,
    /** Reads everything, writes nothing. */
    AUDITOR,
    /** Sees aggregates and reports only. */
    LEADERSHIP,
    /** Sees the register and files concerns. */
    EMPLOYEE,
    /** Affected person or organisation outside the company. */
    EXTERNAL_FILER;

    /** Auditors write nothing and leadership takes no part (H6), whatever other role a person holds. */
    public boolean observes() {
        return this == AUDITOR || this == LEADERSHIP;
    }

    /** The words shown on screen, for example "Panel chair". */
    public String label() {
        return switch (this) {
            case HR_REVIEWER -> "Human-rights reviewer";
            case OMBUDS -> "Ombuds";
            default -> {
                String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }
}
