package org.contractethics.workflow.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/**
 * Everyone signed in has an inbox; what is in it depends on roles and cases, which the use cases check for every single
 * task.
 */
@Component
class WorkflowRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.signedIn("GET", "/inbox"),
                Rule.signedIn("GET", "/inbox/{view}"),
                Rule.signedIn("POST", "/inbox/tasks/{task}/claim"),
                Rule.signedIn("POST", "/inbox/tasks/{task}/return"),
                Rule.signedIn("POST", "/inbox/tasks/{task}/take-back"),
                Rule.signedIn("GET", "/inbox/diagrams/{definition}"),
                Rule.signedIn("GET", "/api/inbox"));
    }
}
