package org.contractethics.webhook.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Legal says which systems are told; auditors look on. */
@Component
class WebhookRoutes implements RouteRules {

    private static final Role[] READING = {Role.LEGAL_REVIEWER, Role.AUDITOR};

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/webhooks", READING),
                Rule.roles("POST", "/webhooks", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/webhooks/{id}/end", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/webhooks/deliveries/{id}/again", Role.LEGAL_REVIEWER),
                Rule.roles("GET", "/api/webhooks", READING),
                Rule.roles("POST", "/api/webhooks", Role.LEGAL_REVIEWER),
                Rule.roles("DELETE", "/api/webhooks/{id}", Role.LEGAL_REVIEWER),
                Rule.roles("GET", "/api/webhooks/deliveries", READING),
                Rule.roles("POST", "/api/webhooks/deliveries/{id}/again", Role.LEGAL_REVIEWER));
    }
}
