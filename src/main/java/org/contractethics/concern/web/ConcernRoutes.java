package org.contractethics.concern.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Who gets as far as the concerns; which of them they see, and what they may do, is decided concern by concern. */
@Component
class ConcernRoutes implements RouteRules {

    private static final Role[] FILERS = {Role.EMPLOYEE, Role.EXTERNAL_FILER};
    private static final Role[] OFFICERS = {Role.OMBUDS, Role.BOARD_COMMITTEE};
    private static final Role[] BOTH = {Role.EMPLOYEE, Role.EXTERNAL_FILER, Role.OMBUDS, Role.BOARD_COMMITTEE};

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/concerns/new", FILERS),
                Rule.roles("POST", "/concerns/new", FILERS),
                Rule.roles("POST", "/concerns/new/check", FILERS),
                Rule.roles("POST", "/concerns", FILERS),
                Rule.roles("GET", "/concerns", BOTH),
                Rule.roles("GET", "/concerns/{id}", BOTH),
                Rule.roles("GET", "/concerns/{id}/filed", FILERS),
                Rule.roles("GET", "/concerns/{id}/files/{number}", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/messages", BOTH),
                Rule.roles("POST", "/concerns/{id}/acknowledge", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/answer", OFFICERS),
                Rule.roles("POST", "/concerns/{id}/recusal", OFFICERS));
    }

    /** A text of a concern beside its author's name is what must never lie in a session. */
    @Override
    public List<String> neverKept() {
        return List.of("/concerns", "/concerns/**");
    }
}
