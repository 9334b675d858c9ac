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
                Rule.roles("GET", "/search/suggestions", searching),
                Rule.roles("GET", "/search/like/{versionId}/{ordinal}", searching),
                Rule.roles("GET", "/search/hits.xlsx", searching),
                Rule.roles("GET", "/search/hits.csv", searching),
                Rule.roles("GET", "/search/saved", searching),
                Rule.roles("POST", "/search/saved", searching),
                Rule.roles("GET", "/search/saved/{id}", searching),
                Rule.roles("GET", "/search/saved/{id}/new", searching),
                Rule.roles("POST", "/search/saved/{id}/alert", searching),
                Rule.roles("POST", "/search/saved/{id}/share", searching),
                Rule.roles("POST", "/search/saved/{id}/unshare", searching),
                Rule.roles("POST", "/search/saved/{id}/copy", searching),
                Rule.roles("POST", "/search/saved/{id}/delete", searching),
                Rule.roles("GET", "/api/search/saved", searching),
                Rule.roles("POST", "/api/search/saved", searching),
                Rule.roles("GET", "/api/search/saved/{id}", searching),
                Rule.roles("GET", "/api/search/saved/{id}/new", searching),
                Rule.roles("DELETE", "/api/search/saved/{id}", searching),
                Rule.roles("POST", "/api/search/saved/{id}/copy", searching),
                Rule.roles("PUT", "/api/search/saved/{id}/alert", searching),
                Rule.roles("POST", "/api/search/saved/{id}/shares", searching),
                Rule.roles("DELETE", "/api/search/saved/{id}/shares/{share}", searching),
                Rule.roles("GET", "/api/search/index", Role.MONITOR, Role.AUDITOR),
                Rule.roles("POST", "/api/search/rebuild", Role.MONITOR),
                Rule.roles("GET", "/search/index", Role.MONITOR, Role.AUDITOR),
                Rule.roles("POST", "/search/rebuild", Role.MONITOR));
    }
}
