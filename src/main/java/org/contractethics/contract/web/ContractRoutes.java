package org.contractethics.contract.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** The register is open to everyone in the company; sales register and import, those who work on facts import; auditors look on. */
@Component
class ContractRoutes implements RouteRules {

    private static final String WATCH = "/api/contracts/{contractId}/watch";

    private static final Role[] IMPORTING = {Role.SUBMITTER, Role.TRIAGE_OFFICER, Role.LEGAL_REVIEWER};
    private static final Role[] SEEING_IMPORTS = {Role.SUBMITTER, Role.TRIAGE_OFFICER, Role.LEGAL_REVIEWER, Role.AUDITOR
    };
    private static final Role[] HANDING_OVER = {Role.SUBMITTER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};
    private static final Role[] APPROVING_REDACTIONS = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};
    private static final Role[] ENDING_REDACTIONS = {
        Role.SUBMITTER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE
    };
    private static final Role[] READING_REDACTIONS = {
        Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.OMBUDS, Role.AUDITOR
    };
    private static final Role[] LOOKING_AT_REDACTIONS = {
        Role.SUBMITTER, Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.OMBUDS, Role.AUDITOR
    };

    /** Who looks after which contract is kept for them alone, and no longer than they watch it. */
    @Override
    public List<String> neverKept() {
        return List.of(WATCH);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.staff("GET", "/contracts"),
                Rule.roles("GET", "/contracts/new", Role.SUBMITTER),
                Rule.roles("POST", "/contracts/new", Role.SUBMITTER),
                Rule.roles("GET", "/contracts/import", SEEING_IMPORTS),
                Rule.roles("POST", "/contracts/import", IMPORTING),
                Rule.roles("GET", "/contracts/import/template.xlsx", Role.SUBMITTER, Role.AUDITOR),
                Rule.roles("GET", "/contracts/import/{importId}", SEEING_IMPORTS),
                Rule.roles("GET", "/contracts/import/{importId}/errors.csv", SEEING_IMPORTS),
                Rule.roles("GET", "/contracts/{contractId}/edit", Role.SUBMITTER),
                Rule.roles("POST", "/contracts/{contractId}/edit", Role.SUBMITTER),
                Rule.roles("POST", "/contracts/{contractId}/take", Role.SUBMITTER),
                Rule.roles("POST", "/api/contracts/{contractId}/owner", Role.SUBMITTER),
                Rule.roles("GET", "/contracts/{contractId}/hand-over", HANDING_OVER),
                Rule.roles("POST", "/contracts/{contractId}/hand-over", HANDING_OVER),
                Rule.roles("POST", "/api/contracts/{contractId}/hand-over", HANDING_OVER),
                Rule.staff("GET", "/contracts/watched"),
                Rule.staff("POST", "/contracts/{contractId}/watch"),
                Rule.staff("POST", "/contracts/{contractId}/unwatch"),
                Rule.staff("GET", "/api/watched-contracts"),
                Rule.staff("POST", WATCH),
                Rule.staff("DELETE", WATCH),
                Rule.roles("GET", "/contracts/redactions", READING_REDACTIONS),
                Rule.roles("GET", "/contracts/{contractId}/redaction", LOOKING_AT_REDACTIONS),
                Rule.roles("POST", "/contracts/{contractId}/redaction", Role.SUBMITTER, Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/contracts/{contractId}/redaction/{id}/approve", APPROVING_REDACTIONS),
                Rule.roles("POST", "/contracts/{contractId}/redaction/{id}/refuse", APPROVING_REDACTIONS),
                Rule.roles("POST", "/contracts/{contractId}/redaction/{id}/end", ENDING_REDACTIONS),
                Rule.roles("GET", "/api/redactions", READING_REDACTIONS),
                Rule.roles("GET", "/api/contracts/{contractId}/redactions", LOOKING_AT_REDACTIONS),
                Rule.roles("POST", "/api/contracts/{contractId}/redactions", Role.SUBMITTER, Role.LEGAL_REVIEWER),
                Rule.roles("GET", "/api/contracts/{contractId}/redactions/{redactionId}", LOOKING_AT_REDACTIONS),
                Rule.roles(
                        "POST", "/api/contracts/{contractId}/redactions/{redactionId}/approval", APPROVING_REDACTIONS),
                Rule.roles(
                        "POST", "/api/contracts/{contractId}/redactions/{redactionId}/refusal", APPROVING_REDACTIONS),
                Rule.roles("POST", "/api/contracts/{contractId}/redactions/{redactionId}/end", ENDING_REDACTIONS),
                Rule.staff("GET", "/contracts/{contractId}"),
                Rule.staff("GET", "/api/contracts"),
                Rule.roles("POST", "/api/contracts", Role.SUBMITTER),
                Rule.roles("POST", "/api/contracts/imports", IMPORTING),
                Rule.roles("GET", "/api/contracts/imports/{importId}", SEEING_IMPORTS),
                Rule.staff("GET", "/api/contracts/{contractId}"),
                Rule.roles("PUT", "/api/contracts/{contractId}", Role.SUBMITTER));
    }
}
