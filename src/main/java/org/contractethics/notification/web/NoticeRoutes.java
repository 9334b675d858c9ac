package org.contractethics.notification.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/** Everyone signed in reads their own notices. */
@Component
class NoticeRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.signedIn("GET", "/notices"),
                Rule.signedIn("GET", "/notices/count"),
                Rule.signedIn("GET", "/notices/{id}"),
                Rule.signedIn("POST", "/notices/read"),
                Rule.signedIn("POST", "/notices/mail"),
                Rule.signedIn("POST", "/notices/daily"),
                Rule.signedIn("GET", "/api/notices"),
                Rule.signedIn("POST", "/api/notices/read"),
                Rule.signedIn("POST", "/api/notices/{noticeId}/read"));
    }
}
