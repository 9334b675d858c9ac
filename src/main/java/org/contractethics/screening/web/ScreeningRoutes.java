package org.contractethics.screening.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.screening.internal.ScreeningRights;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who may call the routes of this module; the use cases then ask what the person may know of this very contract. */
@Component
class ScreeningRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        Role[] readers = ScreeningRights.readers();
        Role[] approvers = {Role.LEGAL_REVIEWER, Role.PANEL_CHAIR};
        return List.of(
                Rule.roles("GET", "/screening", readers),
                Rule.roles("GET", "/screening/lists", readers),
                Rule.roles("POST", "/screening/lists", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/screening/lists/{sourceId}/versions", Role.LEGAL_REVIEWER),
                Rule.roles("GET", "/contracts/{contractId}/screening", readers),
                Rule.roles("POST", "/contracts/{contractId}/screening/hits/{hitId}/answers", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/contracts/{contractId}/screening/hits/{hitId}/approval", approvers),
                Rule.roles("GET", "/api/screening/hits", readers),
                Rule.roles("GET", "/api/screening/lists", readers),
                Rule.roles("POST", "/api/screening/lists", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/api/screening/lists/{sourceId}/versions", Role.LEGAL_REVIEWER),
                Rule.roles("GET", "/api/contracts/{contractId}/screening", readers),
                Rule.roles("POST", "/api/contracts/{contractId}/screening/hits/{hitId}/answers", Role.LEGAL_REVIEWER),
                Rule.roles("POST", "/api/contracts/{contractId}/screening/hits/{hitId}/approval", approvers));
    }
}
