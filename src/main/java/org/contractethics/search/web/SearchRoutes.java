package org.contractethics.search.web;

import java.util.Arrays;
import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Everyone inside may search and finds what they may read; leadership works with aggregates and external filers with their own
 * concerns only.
 */
@Component
class SearchRoutes implements RouteRules {

    @Override
    public List<Rule> rules() {
        Role[] searching = Arrays.stream(Role.values())
                .filter(role -> role != Role.LEADERSHIP && role != Role.EXTERNAL_FILER)
                .toArray(Role[]::new);
        return List.of(
                Rule.roles("GET", "/search", searching),
                Rule.roles("GET", "/api/search", searching),
                Rule.roles("GET", "/search/index", Role.MONITOR, Role.AUDITOR),
                Rule.roles("POST", "/search/rebuild", Role.MONITOR));
    }
}
