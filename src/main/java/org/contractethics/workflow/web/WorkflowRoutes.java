package org.contractethics.workflow.web;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Everyone signed in has an inbox; what is in it depends on roles and cases, which the use cases check for every single
 * task.
 */
@Component
class WorkflowRoutes implements RouteRules {

    private static final Role[] REVIEWING = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.EMPLOYEE_PANELIST,
        Role.EXTERNAL_EXPERT,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE
    };

    /** The same, and those who work after a signature. */
    private static final Role[] WORKING =
            Stream.concat(Stream.of(REVIEWING), Stream.of(Role.MONITOR)).toArray(Role[]::new);

    /** Those measured by targets, and those who watch over them. */
    private static final Role[] READING_TARGETS = Stream.concat(
                    Stream.of(REVIEWING), Stream.of(Role.SUBMITTER, Role.AUDITOR, Role.LEADERSHIP))
            .toArray(Role[]::new);

    private static final Role[] MOVING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.OMBUDS};

    private static final Role[] ANSWERING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.OMBUDS, Role.AUDITOR};

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.signedIn("GET", "/inbox"),
                Rule.roles("GET", "/inbox/workload", WORKING),
                Rule.roles("GET", "/targets", READING_TARGETS),
                Rule.roles("POST", "/targets", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/procedures", ANSWERING),
                Rule.roles("GET", "/procedures/standing-steps", ANSWERING),
                Rule.roles("POST", "/procedures/standing-steps/{job}/again", MOVING),
                Rule.roles("GET", "/procedures/{definition}", ANSWERING),
                Rule.roles("POST", "/procedures/{definition}/moves", MOVING),
                Rule.roles("GET", "/api/procedures", ANSWERING),
                Rule.roles("GET", "/api/procedures/standing-steps", ANSWERING),
                Rule.roles("POST", "/api/procedures/standing-steps/{job}/again", MOVING),
                Rule.roles("GET", "/api/procedures/{definition}", ANSWERING),
                Rule.roles("POST", "/api/procedures/{definition}/moves", MOVING),
                Rule.signedIn("GET", "/inbox/saved"),
                Rule.signedIn("POST", "/inbox/saved"),
                Rule.signedIn("GET", "/inbox/saved/{id}"),
                Rule.signedIn("POST", "/inbox/saved/{id}/rename"),
                Rule.signedIn("POST", "/inbox/saved/{id}/default"),
                Rule.signedIn("POST", "/inbox/saved/{id}/delete"),
                Rule.signedIn("GET", "/inbox/{view}"),
                Rule.signedIn("POST", "/inbox/claims"),
                Rule.signedIn("POST", "/inbox/tasks/{task}/claim"),
                Rule.signedIn("POST", "/inbox/tasks/{task}/return"),
                Rule.signedIn("POST", "/inbox/tasks/{task}/take-back"),
                Rule.signedIn("GET", "/inbox/diagrams/{definition}"),
                Rule.roles("GET", "/api/targets", READING_TARGETS),
                Rule.roles("POST", "/api/targets", Role.BOARD_COMMITTEE),
                Rule.signedIn("GET", "/api/inbox/saved-views"),
                Rule.signedIn("POST", "/api/inbox/saved-views"),
                Rule.signedIn("GET", "/api/inbox/saved-views/{viewId}"),
                Rule.signedIn("PUT", "/api/inbox/saved-views/{viewId}"),
                Rule.signedIn("DELETE", "/api/inbox/saved-views/{viewId}"),
                Rule.signedIn("GET", "/api/inbox"),
                Rule.roles("GET", "/api/inbox/workload", WORKING),
                Rule.signedIn("GET", "/api/reviews/{reviewId}/position"),
                Rule.signedIn("POST", "/api/inbox/claims"),
                Rule.signedIn("POST", "/api/inbox/tasks/{task}/claim"),
                Rule.signedIn("POST", "/api/inbox/tasks/{task}/return"),
                Rule.signedIn("POST", "/api/inbox/tasks/{task}/take-back"));
    }
}
