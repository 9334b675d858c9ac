package org.contractethics.policy.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/** The rules are open to everyone who is signed in. */
@Component
class PolicyRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.signedIn("GET", "/rules"),
                Rule.signedIn("GET", "/rules/rights"),
                Rule.signedIn("GET", "/rules/capabilities"),
                Rule.signedIn("GET", "/rules/{table}"));
    }
}
