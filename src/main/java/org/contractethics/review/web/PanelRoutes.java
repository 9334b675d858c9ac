package org.contractethics.review.web;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the panel and absences at all, by page or program. */
@Component
class PanelRoutes implements RouteRules {

    /** Whoever is drawn, chairs, or reads everything. */
    private static final Role[] READERS = {
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.EMPLOYEE_PANELIST,
        Role.EXTERNAL_EXPERT,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.AUDITOR
    };

    /** Whoever chairs a panel, or may be drawn to do so while conflicts bar every chair. */
    static final Role[] CHAIRING = {
        Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.EMPLOYEE_PANELIST, Role.EXTERNAL_EXPERT, Role.PANEL_CHAIR
    };

    /** Whoever holds tasks of a review. */
    private static final Role[] HAVE_TASKS = {
        Role.SUBMITTER,
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.EMPLOYEE_PANELIST,
        Role.EXTERNAL_EXPERT,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE
    };

    @Override
    public List<Rule> rules() {
        return Stream.concat(pages().stream(), byApi().stream()).toList();
    }

    private static List<Rule> byApi() {
        return List.of(
                Rule.roles("GET", "/api/panel/terms", READERS),
                Rule.roles("POST", "/api/panel/terms", Role.PANEL_CHAIR),
                Rule.roles("GET", "/api/panel/terms/{termId}", READERS),
                Rule.roles("POST", "/api/panel/terms/{termId}/end", Role.PANEL_CHAIR),
                Rule.roles("GET", "/api/panel/trainings", READERS),
                Rule.roles("POST", "/api/panel/trainings", Role.PANEL_CHAIR, Role.HR_REVIEWER),
                Rule.roles("GET", "/api/panel/trainings/{trainingId}", READERS),
                Rule.roles("GET", "/api/panel/meetings", READERS),
                Rule.roles("POST", "/api/panel/meetings", Role.PANEL_CHAIR),
                Rule.signedIn("GET", "/api/panel/meetings/{meetingId}"),
                Rule.signedIn("GET", "/api/panel/meetings/{meetingId}/agenda.{ending}"),
                Rule.signedIn("GET", "/api/panel/meetings/{meetingId}/minutes/{number}.{ending}"),
                Rule.roles("POST", "/api/panel/meetings/{meetingId}/minutes", Role.PANEL_CHAIR),
                Rule.signedIn("GET", "/api/reviews/{reviewId}/panel"),
                Rule.roles("POST", "/api/reviews/{reviewId}/panel/seats", CHAIRING),
                Rule.roles("POST", "/api/contracts/{contractId}/hearings/{concernId}", FollowUpRoutes.CHAIRING),
                Rule.roles("GET", "/api/absences", HAVE_TASKS),
                Rule.roles("POST", "/api/absences", HAVE_TASKS),
                Rule.roles("GET", "/api/absences/{absenceId}", HAVE_TASKS),
                Rule.roles("POST", "/api/absences/{absenceId}/withdrawal", HAVE_TASKS));
    }

    private static List<Rule> pages() {
        return List.of(
                Rule.roles("GET", "/panel", READERS),
                Rule.roles("POST", "/panel/terms", Role.PANEL_CHAIR),
                Rule.roles("GET", "/panel/terms/{termId}/end", Role.PANEL_CHAIR),
                Rule.roles("POST", "/panel/terms/{termId}/end", Role.PANEL_CHAIR),
                Rule.roles("GET", "/panel/trainings", READERS),
                Rule.roles("POST", "/panel/trainings", Role.PANEL_CHAIR, Role.HR_REVIEWER),
                Rule.roles("GET", "/panel/meetings/new", Role.PANEL_CHAIR),
                Rule.roles("POST", "/panel/meetings", Role.PANEL_CHAIR),
                Rule.signedIn("GET", "/panel/meetings/{meetingId}"),
                Rule.signedIn("GET", "/panel/meetings/{meetingId}/agenda.{ending}"),
                Rule.signedIn("GET", "/panel/meetings/{meetingId}/minutes/{number}.{ending}"),
                Rule.roles("POST", "/panel/meetings/{meetingId}/minutes", Role.PANEL_CHAIR),
                Rule.signedIn("GET", "/reviews/{reviewId}/panel"),
                Rule.roles("POST", "/reviews/{reviewId}/panel/seats", CHAIRING),
                Rule.signedIn("GET", "/reviews/{reviewId}/vote/position"),
                Rule.roles("GET", "/absence", HAVE_TASKS),
                Rule.roles("POST", "/absence", HAVE_TASKS),
                Rule.roles("POST", "/absence/{absenceId}/withdraw", HAVE_TASKS));
    }
}
