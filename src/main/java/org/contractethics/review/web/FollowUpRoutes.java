package org.contractethics.review.web;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the pages of what follows a signature at all; who may do what about which contract, the use cases decide. */
@Component
class FollowUpRoutes implements RouteRules {

    private static final Role[] FOLLOWING = {
        Role.MONITOR, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.AUDITOR
    };
    private static final Role[] HOLDING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};
    /** Who proposes, restricts at once and records hearings: the chair, and in the place of barred ones a member of the panel or the board. */
    static final Role[] CHAIRING = {
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST
    };

    private static final Role[] STATING_IN_FORCE = {Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};
    private static final Role[] REMEDYING = {Role.HR_REVIEWER, Role.MONITOR, Role.OMBUDS, Role.PANEL_CHAIR};
    private static final Role[] PLANNING_EXITS = {Role.PANEL_CHAIR, Role.HR_REVIEWER, Role.LEGAL_REVIEWER};
    private static final Role[] CARRYING_OUT = {Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.MONITOR};
    private static final Role[] WATCHING = {Role.HR_REVIEWER, Role.MONITOR, Role.OMBUDS};

    @Override
    public List<Rule> rules() {
        return Stream.of(pages(), monitoringByApi(), exitsByApi(), remediationsByApi(), secondReviews())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> monitoringByApi() {
        return List.of(
                Rule.signedIn("GET", "/api/contracts/{contractId}/incidents"),
                Rule.roles("POST", "/api/contracts/{contractId}/incidents", WATCHING),
                Rule.signedIn("GET", "/api/contracts/{contractId}/incidents/{incidentId}/files/{number}"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/incidents/{incidentId}/files/{number}/original"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/in-force"),
                Rule.roles("POST", "/api/contracts/{contractId}/in-force", STATING_IN_FORCE),
                Rule.signedIn("GET", "/api/contracts/{contractId}/visibility-limits"),
                Rule.roles("POST", "/api/contracts/{contractId}/visibility-limits", Role.MONITOR, Role.HR_REVIEWER));
    }

    private static List<Rule> secondReviews() {
        return List.of(
                Rule.signedIn("GET", "/sample-reviews/{sampleReviewId}"),
                Rule.roles("POST", "/sample-reviews/{sampleReviewId}/result", Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/sample-reviews/{sampleReviewId}/ruling", HOLDING),
                Rule.signedIn("GET", "/api/contracts/{contractId}/sample-reviews"),
                Rule.signedIn("GET", "/api/sample-reviews/{sampleReviewId}"),
                Rule.roles(
                        "POST", "/api/sample-reviews/{sampleReviewId}/results", Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/api/sample-reviews/{sampleReviewId}/rulings", HOLDING));
    }

    private static List<Rule> exitsByApi() {
        return List.of(
                Rule.signedIn("GET", "/api/contracts/{contractId}/exits"),
                Rule.roles("POST", "/api/contracts/{contractId}/exits", HOLDING),
                Rule.signedIn("GET", "/api/exits/{exitId}"),
                Rule.roles("POST", "/api/exits/{exitId}/plans", PLANNING_EXITS),
                Rule.roles("POST", "/api/exits/{exitId}/plan-rulings", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/api/exits/{exitId}/reports", Role.LEGAL_REVIEWER, Role.MONITOR),
                Rule.roles("POST", "/api/exits/{exitId}/report-rulings", Role.BOARD_COMMITTEE));
    }

    private static List<Rule> remediationsByApi() {
        return List.of(
                Rule.signedIn("GET", "/api/contracts/{contractId}/remediations"),
                Rule.roles("POST", "/api/contracts/{contractId}/remediations", REMEDYING),
                // an owner of a measure can be anybody of the company
                Rule.signedIn("GET", "/api/remediations/{remediationId}"),
                Rule.signedIn("POST", "/api/remediations/{remediationId}/measures/{measureId}/reports"),
                Rule.roles("POST", "/api/remediations/{remediationId}/plans", Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/api/remediations/{remediationId}/plan-rulings", HOLDING),
                Rule.roles("POST", "/api/remediations/{remediationId}/completion", CARRYING_OUT),
                Rule.roles("POST", "/api/remediations/{remediationId}/verifications", Role.HR_REVIEWER, Role.MONITOR));
    }

    private static List<Rule> pages() {
        return List.of(
                Rule.roles("GET", "/conditions", FOLLOWING),
                // an owner can be anybody of the company
                Rule.signedIn("GET", "/conditions/{conditionId}"),
                Rule.signedIn("POST", "/conditions/{conditionId}/report"),
                Rule.signedIn("GET", "/conditions/{conditionId}/reports/{report}/files/{number}"),
                Rule.signedIn("GET", "/conditions/{conditionId}/reports/{report}/files/{number}/original"),
                Rule.roles("POST", "/conditions/{conditionId}/ruling", Role.MONITOR),
                Rule.roles("POST", "/conditions/{conditionId}/waiver", HOLDING),
                Rule.roles("POST", "/conditions/{conditionId}/waiver-ruling", Role.BOARD_COMMITTEE),
                Rule.signedIn("GET", "/api/conditions/{conditionId}"),
                Rule.signedIn("POST", "/api/conditions/{conditionId}/reports"),
                Rule.signedIn("GET", "/api/conditions/{conditionId}/reports/{report}/files/{number}"),
                Rule.signedIn("GET", "/api/conditions/{conditionId}/reports/{report}/files/{number}/original"),
                Rule.roles("POST", "/api/conditions/{conditionId}/rulings", Role.MONITOR),
                Rule.roles("POST", "/api/conditions/{conditionId}/waivers", HOLDING),
                Rule.roles("POST", "/api/conditions/{conditionId}/waiver-rulings", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/contracts/{contractId}/in-force", STATING_IN_FORCE),
                Rule.roles("POST", "/contracts/{contractId}/in-force", STATING_IN_FORCE),
                Rule.roles("GET", "/contracts/{contractId}/suspension", HOLDING),
                Rule.roles("POST", "/contracts/{contractId}/suspension", HOLDING),
                Rule.signedIn("GET", "/suspensions/{suspensionId}"),
                Rule.roles("POST", "/suspensions/{suspensionId}/proposal", CHAIRING),
                Rule.roles("POST", "/suspensions/{suspensionId}/ruling", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/contracts/{contractId}/interim-measure", CHAIRING),
                Rule.roles("POST", "/contracts/{contractId}/interim-measure", CHAIRING),
                Rule.roles("GET", "/contracts/{contractId}/incidents", WATCHING),
                Rule.roles("POST", "/contracts/{contractId}/incidents", WATCHING),
                Rule.signedIn("GET", "/contracts/{contractId}/incidents/{incidentId}/files/{number}"),
                Rule.signedIn("GET", "/contracts/{contractId}/incidents/{incidentId}/files/{number}/original"),
                Rule.roles("GET", "/contracts/{contractId}/visibility", Role.MONITOR, Role.HR_REVIEWER),
                Rule.roles("POST", "/contracts/{contractId}/visibility", Role.MONITOR, Role.HR_REVIEWER),
                Rule.roles("GET", "/contracts/{contractId}/exit", HOLDING),
                Rule.roles("POST", "/contracts/{contractId}/exit", HOLDING),
                Rule.signedIn("GET", "/exits/{exitId}"),
                Rule.roles("POST", "/exits/{exitId}/plan", PLANNING_EXITS),
                Rule.roles("POST", "/exits/{exitId}/plan-ruling", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/exits/{exitId}/report", Role.LEGAL_REVIEWER, Role.MONITOR),
                Rule.roles("POST", "/exits/{exitId}/report-ruling", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/contracts/{contractId}/remediation", REMEDYING),
                Rule.roles("POST", "/contracts/{contractId}/remediation", REMEDYING),
                // an owner of a measure can be anybody of the company
                Rule.signedIn("GET", "/remediations/{remediationId}"),
                Rule.signedIn("POST", "/remediations/{remediationId}/measures/{measureId}/report"),
                Rule.roles("POST", "/remediations/{remediationId}/plan", Role.HR_REVIEWER, Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/remediations/{remediationId}/plan-ruling", HOLDING),
                Rule.roles("POST", "/remediations/{remediationId}/done", CARRYING_OUT),
                Rule.roles("POST", "/remediations/{remediationId}/verification", Role.HR_REVIEWER, Role.MONITOR),
                Rule.signedIn("GET", "/api/contracts/{contractId}/suspensions"),
                Rule.roles("POST", "/api/contracts/{contractId}/suspensions", HOLDING),
                Rule.signedIn("GET", "/api/suspensions/{suspensionId}"),
                Rule.roles("POST", "/api/suspensions/{suspensionId}/proposals", CHAIRING),
                Rule.roles("POST", "/api/suspensions/{suspensionId}/rulings", Role.BOARD_COMMITTEE),
                Rule.signedIn("GET", "/api/contracts/{contractId}/interim-measures"),
                Rule.roles("POST", "/api/contracts/{contractId}/interim-measures", CHAIRING),
                Rule.signedIn("GET", "/api/contracts/{contractId}/re-reviews"),
                Rule.signedIn("GET", "/api/re-reviews/{reReviewId}"),
                Rule.roles("POST", "/api/re-reviews/{reReviewId}/results", Role.MONITOR, Role.HR_REVIEWER),
                Rule.roles("GET", "/contracts/{contractId}/hearings/{concernId}", CHAIRING),
                Rule.roles("POST", "/contracts/{contractId}/hearings/{concernId}", CHAIRING),
                Rule.signedIn("GET", "/re-reviews/{reReviewId}"),
                Rule.roles("POST", "/re-reviews/{reReviewId}", Role.MONITOR, Role.HR_REVIEWER));
    }
}
