package org.contractethics.review.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the pages of evidence, consultation and advice at all; who takes part in which review, the use cases decide. */
@Component
class EvidenceRoutes implements RouteRules {

    private static final Role[] READING = {
        Role.TRIAGE_OFFICER,
        Role.HR_REVIEWER,
        Role.LEGAL_REVIEWER,
        Role.PRODUCT_EXPERT,
        Role.EXTERNAL_EXPERT,
        Role.EMPLOYEE_PANELIST,
        Role.PANEL_CHAIR,
        Role.BOARD_COMMITTEE,
        Role.MONITOR,
        Role.AUDITOR
    };

    private static final Role[] ADVISING = {
        Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT
    };

    private static final Role[] NAMING = {Role.HR_REVIEWER, Role.PRODUCT_EXPERT, Role.EXTERNAL_EXPERT};

    private static final Role[] CONSULTING = {Role.HR_REVIEWER, Role.EXTERNAL_EXPERT};

    /** Those who research, assess and agree on mitigation. */
    private static final Role[] WORKING = {Role.HR_REVIEWER, Role.LEGAL_REVIEWER};

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/reviews/{reviewId}/sources", READING),
                Rule.roles("POST", "/reviews/{reviewId}/sources", NAMING),
                Rule.roles("GET", "/reviews/{reviewId}/consultations", READING),
                Rule.roles("POST", "/reviews/{reviewId}/consultations", CONSULTING),
                Rule.roles("GET", "/reviews/{reviewId}/advice", READING),
                Rule.roles("POST", "/reviews/{reviewId}/advice", ADVISING),
                Rule.roles("POST", "/reviews/{reviewId}/advice/{adviceId}/countersignature", ADVISING),
                Rule.roles("POST", "/api/reviews/{reviewId}/sources", NAMING),
                Rule.roles("POST", "/api/reviews/{reviewId}/consultations", CONSULTING),
                Rule.roles("POST", "/api/reviews/{reviewId}/advice", ADVISING),
                Rule.roles("POST", "/api/reviews/{reviewId}/advice/{adviceId}/countersignature", ADVISING),
                Rule.roles("GET", "/api/reviews/{reviewId}/sources", READING),
                Rule.roles("GET", "/api/reviews/{reviewId}/consultations", READING),
                Rule.roles("GET", "/api/reviews/{reviewId}/advice", READING),
                Rule.roles("GET", "/reviews/{reviewId}/residual-severity", READING),
                Rule.roles("POST", "/reviews/{reviewId}/residual-severity", Role.HR_REVIEWER),
                Rule.roles("GET", "/api/reviews/{reviewId}/residual-severity", READING),
                Rule.roles("POST", "/api/reviews/{reviewId}/residual-severity/countersignature", Role.HR_REVIEWER),
                Rule.roles("GET", "/reviews/{reviewId}/triage-findings", READING),
                Rule.roles("POST", "/reviews/{reviewId}/triage-findings", WORKING),
                Rule.roles("GET", "/api/reviews/{reviewId}/triage-findings", READING),
                Rule.roles("POST", "/api/reviews/{reviewId}/triage-findings", WORKING),
                Rule.roles("GET", "/api/reviews/{reviewId}/precedents", READING));
    }
}
