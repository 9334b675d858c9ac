package org.contractethics.finding.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.finding.internal.Reviewers;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the routes of this module; the use cases then ask what the person may do with this very contract. */
@Component
class FindingRoutes implements RouteRules {

    // what is looked for, and who proposed it, is nothing for people outside the company
    @Override
    public List<Rule> rules() {
        Role[] reviewers = Reviewers.roles();
        return List.of(
                Rule.signedIn("GET", "/contracts/{contractId}/findings"),
                Rule.roles("POST", "/contracts/{contractId}/findings/{findingId}/judgement", reviewers),
                Rule.staff("GET", "/query-set"),
                Rule.roles("POST", "/query-set/terms", reviewers),
                Rule.roles("POST", "/query-set/terms/{termId}/ruling", reviewers),
                Rule.signedIn("GET", "/api/contracts/{contractId}/findings"),
                Rule.roles("POST", "/api/contracts/{contractId}/findings/{findingId}/judgements", reviewers),
                Rule.staff("GET", "/api/query-set"),
                Rule.roles("POST", "/api/query-set/terms", reviewers),
                Rule.roles("POST", "/api/query-set/terms/{termId}/ruling", reviewers));
    }
}
