package org.contractethics.policy.web;

import java.util.List;
import java.util.stream.Stream;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** The rules in all their versions are open to everyone who is signed in; who may change them, the use cases ask again. */
@Component
class PolicyRoutes implements RouteRules {

    private static final Role[] AUTHORS = {Role.HR_REVIEWER, Role.BOARD_COMMITTEE};
    private static final Role[] RUNNERS = {Role.HR_REVIEWER, Role.BOARD_COMMITTEE, Role.AUDITOR};

    @Override
    public List<Rule> rules() {
        return Stream.concat(pages().stream(), byApi().stream()).toList();
    }

    private static List<Rule> byApi() {
        return List.of(
                Rule.signedIn("GET", "/api/policy/versions"),
                Rule.roles("POST", "/api/policy/versions", AUTHORS),
                Rule.signedIn("GET", "/api/policy/versions/{number}"),
                Rule.signedIn("GET", "/api/policy/versions/{number}/rights"),
                Rule.signedIn("GET", "/api/policy/versions/{number}/capabilities"),
                Rule.signedIn("GET", "/api/policy/versions/{number}/tables/{table}"),
                Rule.signedIn("GET", "/api/policy/versions/{number}/files/{name}"),
                Rule.signedIn("GET", "/api/policy/versions/{number}/differences"),
                Rule.roles("GET", "/api/policy/versions/{number}/dry-run", RUNNERS),
                Rule.staff("POST", "/api/policy/versions/{number}/comments"),
                Rule.roles("POST", "/api/policy/versions/{number}/approval", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/api/policy/versions/{number}/withdrawal", AUTHORS));
    }

    private static List<Rule> pages() {
        return List.of(
                Rule.signedIn("GET", "/rules"),
                Rule.signedIn("GET", "/rules/rights"),
                Rule.signedIn("GET", "/rules/capabilities"),
                Rule.signedIn("GET", "/rules/agencies"),
                Rule.signedIn("GET", "/rules/red-flag-facts"),
                Rule.signedIn("GET", "/rules/{table}"),
                Rule.signedIn("GET", "/rules/changes/{id}"),
                Rule.roles("GET", "/rules/versions/new", AUTHORS),
                Rule.roles("POST", "/rules/versions", AUTHORS),
                Rule.roles("GET", "/rules/versions/new/tables/{table}", AUTHORS),
                Rule.roles("POST", "/rules/versions/new/tables/{table}", AUTHORS),
                Rule.roles("GET", "/rules/versions/new/capability", AUTHORS),
                Rule.roles("POST", "/rules/versions/new/capability", AUTHORS),
                Rule.roles("GET", "/rules/versions/new/agency", AUTHORS),
                Rule.roles("POST", "/rules/versions/new/agency", AUTHORS),
                Rule.signedIn("GET", "/rules/versions/{number}"),
                Rule.signedIn("GET", "/rules/versions/{number}/rights"),
                Rule.signedIn("GET", "/rules/versions/{number}/capabilities"),
                Rule.signedIn("GET", "/rules/versions/{number}/agencies"),
                Rule.signedIn("GET", "/rules/versions/{number}/red-flag-facts"),
                Rule.signedIn("GET", "/rules/versions/{number}/tables/{table}"),
                Rule.signedIn("GET", "/rules/versions/{number}/files/{name}"),
                Rule.roles("GET", "/rules/versions/{number}/dry-run", RUNNERS),
                Rule.roles("GET", "/rules/versions/{number}/dry-run.csv", RUNNERS),
                Rule.staff("POST", "/rules/versions/{number}/comments"),
                Rule.roles("POST", "/rules/versions/{number}/approval", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/rules/versions/{number}/withdrawal", AUTHORS));
    }
}
