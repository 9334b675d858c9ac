package org.contractethics.report.web;

import static org.contractethics.shared.Role.AUDITOR;
import static org.contractethics.shared.Role.BOARD_COMMITTEE;
import static org.contractethics.shared.Role.LEADERSHIP;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/** Figures are for leadership, the board committee and auditors. */
@Component
class ReportRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        return List.of(
                open("/insights"),
                open("/insights/figures/{slug}"),
                Rule.roles("GET", "/insights/reviewers", AUDITOR),
                open("/reports/audit"),
                open("/reports/audit.xlsx"),
                open("/reports/board"),
                open("/reports/board.csv"),
                open("/reports/board.xlsx"),
                open("/reports/board.{ending}"),
                Rule.signedIn("GET", "/reports/staff"),
                Rule.signedIn("GET", "/reports/staff.{ending}"),
                open("/reports/statement"),
                open("/reports/statement.{ending}"),
                open("/reports/signed"),
                Rule.roles("POST", "/reports/signed", BOARD_COMMITTEE),
                open("/reports/signed/{reportId}"),
                open("/reports/signed/{reportId}/report.{ending}"),
                open("/api/reports/signed"),
                Rule.roles("POST", "/api/reports/signed", BOARD_COMMITTEE),
                open("/api/reports/signed/{reportId}"),
                open("/api/reports/signed/{reportId}/report.{ending}"),
                Rule.roles("GET", "/api/reports/unsigned/{kind}/report.{ending}", BOARD_COMMITTEE),
                open("/api/reports/figures"));
    }

    private static Rule open(String pattern) {
        return Rule.roles("GET", pattern, LEADERSHIP, BOARD_COMMITTEE, AUDITOR);
    }
}
