package org.contractethics.access.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/** The start page, help and account, and what people see before they sign in and after they signed out. */
@Component
class ShellRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.signedIn("GET", "/"),
                Rule.anyone("GET", "/sign-in"),
                Rule.anyone("GET", "/signed-out"),
                Rule.anyone("GET", "/help"),
                Rule.anyone("GET", "/help/shortcuts"),
                Rule.anyone("GET", "/accessibility"),
                Rule.signedIn("GET", "/account"),
                Rule.signedIn("POST", "/account/shortcuts"),
                Rule.signedIn("POST", "/account/theme"));
    }
}
