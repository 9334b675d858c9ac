package org.contractethics.access.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/** Files of the pages, sign-in and its accidents, health, the description of the API. */
@Component
class AccessRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.anyone("GET", "/webjars/**"),
                Rule.anyone("GET", "/_static/**"),
                Rule.anyone("GET", "/app/**"),
                Rule.anyone("GET", "/vendor/**"),
                Rule.anyone("GET", "/favicon.ico"),
                Rule.anyone("*", "/error"),
                Rule.anyone("GET", "/sign-in-failed"),
                Rule.anyone("GET", "/actuator/health"),
                Rule.anyone("GET", "/actuator/health/liveness"),
                Rule.anyone("GET", "/actuator/health/readiness"),
                Rule.signedIn("GET", "/interrupted"),
                Rule.signedIn("POST", "/interrupted/discard"),
                Rule.anyone("POST", "/interrupted/unsent"),
                Rule.signedIn("GET", "/swagger-ui.html"),
                Rule.signedIn("GET", "/swagger-ui/**"),
                Rule.signedIn("GET", "/v3/api-docs"),
                Rule.signedIn("GET", "/v3/api-docs.yaml"),
                Rule.signedIn("GET", "/v3/api-docs/**"));
    }
}
