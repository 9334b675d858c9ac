package org.contractethics.review.web;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the pages of the review at all; who may do what in which review, the use cases decide. */
@Component
class ReviewRoutes implements RouteRules {

    private static final String DRAFT = "/api/reviews/{reviewId}/stages/assessment/draft";

    private static final Role[] STAGES = {
        Role.SUBMITTER,
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.EMPLOYEE_PANELIST,
        Role.EXTERNAL_EXPERT,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE
    };

    private static final Role[] CALLING_IN = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};

    /** Those who research, assess and agree on mitigation. */
    private static final Role[] REOPENING = {Role.HR_REVIEWER, Role.LEGAL_REVIEWER};

    private static final Role[] DISCUSSING = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.EXTERNAL_EXPERT,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.MONITOR
    };

    /** Those who work on a stage, and those who add to a review. */
    private static final Role[] DECLARING =
            Stream.concat(Stream.of(DISCUSSING), Stream.of(Role.SUBMITTER)).toArray(Role[]::new);

    private static final Role[] READING_DISCUSSION =
            Stream.concat(Stream.of(DISCUSSING), Stream.of(Role.AUDITOR)).toArray(Role[]::new);

    /** The members who dissented are reviewers, panelists and experts. */
    private static final Role[] APPEALING = {
        Role.SUBMITTER,
        Role.LEADERSHIP,
        Role.BOARD_COMMITTEE,
        Role.OMBUDS,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.EMPLOYEE_PANELIST,
        Role.EXTERNAL_EXPERT
    };

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/reviews/new", Role.SUBMITTER),
                Rule.roles("POST", "/reviews/new/check", Role.SUBMITTER),
                Rule.roles("POST", "/reviews", Role.SUBMITTER),
                Rule.roles("GET", "/contracts/{contractId}/call-in", CALLING_IN),
                Rule.roles("POST", "/contracts/{contractId}/call-in", CALLING_IN),
                Rule.roles("POST", "/api/contracts/{contractId}/call-in", CALLING_IN),
                Rule.staff("GET", "/contracts/{contractId}/agency"),
                Rule.staff("GET", "/api/contracts/{contractId}/agency"),
                // anybody of the company can be named as paid by a contract
                Rule.signedIn("GET", "/contracts/{contractId}/account-team"),
                Rule.signedIn("POST", "/contracts/{contractId}/account-team/denials"),
                Rule.roles("POST", "/contracts/{contractId}/account-team/people", Role.SUBMITTER),
                Rule.roles("GET", "/contracts/{contractId}/account-team/denials/{denialId}", CALLING_IN),
                Rule.roles("POST", "/contracts/{contractId}/account-team/denials/{denialId}", CALLING_IN),
                Rule.signedIn("GET", "/api/contracts/{contractId}/account-team/denials"),
                Rule.signedIn("POST", "/api/contracts/{contractId}/account-team/denials"),
                Rule.roles("POST", "/api/contracts/{contractId}/account-team/people", Role.SUBMITTER),
                Rule.roles("POST", "/api/contracts/{contractId}/account-team/denials/{denialId}/rulings", CALLING_IN),
                Rule.roles("GET", "/reviews/{reviewId}/stages/assessment", Role.HR_REVIEWER),
                Rule.roles("POST", "/reviews/{reviewId}/stages/assessment", Role.HR_REVIEWER),
                Rule.roles("GET", "/reviews/{reviewId}/stages/assessment/rights/{right}", Role.HR_REVIEWER),
                Rule.roles("POST", "/reviews/{reviewId}/stages/assessment/rights/{right}", Role.HR_REVIEWER),
                Rule.roles("POST", "/reviews/{reviewId}/stages/assessment/marks", Role.HR_REVIEWER),
                Rule.roles("GET", "/reviews/{reviewId}/stages/{taskKey}", STAGES),
                Rule.roles("POST", "/reviews/{reviewId}/stages/{taskKey}/check", STAGES),
                Rule.roles("POST", "/reviews/{reviewId}/stages/{taskKey}", STAGES),
                Rule.roles("POST", "/reviews/{reviewId}/vote/close", PanelRoutes.CHAIRING),
                Rule.roles("GET", "/reviews/{reviewId}/declaration", DECLARING),
                Rule.roles("POST", "/reviews/{reviewId}/declaration", DECLARING),
                Rule.roles("GET", "/reviews/{reviewId}/conflict", DECLARING),
                Rule.roles("POST", "/reviews/{reviewId}/conflict", DECLARING),
                Rule.roles("GET", "/reviews/{reviewId}/appeal", APPEALING),
                Rule.roles("POST", "/reviews/{reviewId}/appeal", APPEALING),
                Rule.roles("GET", "/reviews/{reviewId}/appeal/vote", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/reviews/{reviewId}/appeal/vote", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/reviews/{reviewId}/discussion", READING_DISCUSSION),
                Rule.roles("POST", "/reviews/{reviewId}/discussion", DISCUSSING),
                Rule.roles("GET", "/api/reviews/{reviewId}/comments", READING_DISCUSSION),
                Rule.roles("POST", "/api/reviews/{reviewId}/comments", DISCUSSING),
                Rule.roles("GET", "/reviews/{reviewId}/questions/{taskKey}", STAGES),
                Rule.roles("POST", "/reviews/{reviewId}/questions/{taskKey}", STAGES),
                Rule.signedIn("GET", "/questions/{questionId}"),
                Rule.roles("POST", "/questions/{questionId}/answer", Role.SUBMITTER),
                Rule.roles("POST", "/questions/{questionId}/withdraw", STAGES),
                Rule.signedIn("GET", "/api/reviews/{reviewId}/questions"),
                Rule.roles("POST", "/api/reviews/{reviewId}/questions", STAGES),
                Rule.signedIn("GET", "/api/questions/{questionId}"),
                Rule.roles("POST", "/api/questions/{questionId}/answer", Role.SUBMITTER),
                Rule.roles("POST", "/api/questions/{questionId}/withdrawal", STAGES),
                Rule.roles("GET", "/reviews/{reviewId}/carried-over/{itemId}", REOPENING),
                Rule.roles("POST", "/reviews/{reviewId}/carried-over/{itemId}", REOPENING),
                Rule.signedIn("GET", "/api/reviews/{reviewId}/carried-over"),
                Rule.roles("POST", "/api/reviews/{reviewId}/carried-over/{itemId}/reopening", REOPENING),
                Rule.signedIn("GET", "/reviews/{reviewId}/record"),
                Rule.signedIn("GET", "/reviews/{reviewId}/decisions/{decisionId}"),
                Rule.signedIn("GET", "/reviews/{reviewId}/decisions/{decisionId}/record.{ending}"),
                Rule.signedIn("GET", "/api/contracts/{contractId}/reviews"),
                Rule.signedIn("GET", "/api/reviews/{reviewId}"),
                Rule.signedIn("GET", "/api/reviews/{reviewId}/executed-copies"),
                Rule.roles("POST", "/api/reviews/{reviewId}/executed-copies", Role.LEGAL_REVIEWER),
                Rule.roles("GET", "/reviews/{reviewId}/executed-copies", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/reviews/{reviewId}/executed-copies", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/api/contracts/{contractId}/reviews", Role.SUBMITTER),
                Rule.roles("POST", "/api/reviews/{reviewId}/declarations", DECLARING),
                Rule.roles("POST", "/api/reviews/{reviewId}/conflicts", DECLARING),
                Rule.roles("GET", DRAFT + "/marks", Role.HR_REVIEWER),
                Rule.roles("PUT", DRAFT + "/marks", Role.HR_REVIEWER),
                Rule.roles("GET", DRAFT + "/rights/{right}", Role.HR_REVIEWER),
                Rule.roles("PUT", DRAFT + "/rights/{right}", Role.HR_REVIEWER),
                Rule.roles("POST", "/api/reviews/{reviewId}/stages/{taskKey}", STAGES),
                Rule.roles("POST", "/api/reviews/{reviewId}/votes", STAGES),
                Rule.roles("POST", "/api/reviews/{reviewId}/vote/close", PanelRoutes.CHAIRING),
                Rule.roles("POST", "/api/reviews/{reviewId}/appeals", APPEALING),
                Rule.roles("POST", "/api/reviews/{reviewId}/stages/appeal/votes", Role.BOARD_COMMITTEE));
    }
}
