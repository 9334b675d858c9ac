package org.contractethics.concern.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** Surveys are read and answered by employees and opened by the ombuds. */
@Component
class SurveyRoutes implements RouteRules {

    private static final Role[] READERS = {Role.EMPLOYEE, Role.OMBUDS, Role.BOARD_COMMITTEE};

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/concerns/survey", READERS),
                Rule.roles("POST", "/concerns/survey", Role.OMBUDS),
                Rule.roles("POST", "/concerns/survey/answers", Role.EMPLOYEE),
                Rule.roles("GET", "/api/surveys", READERS),
                Rule.roles("POST", "/api/surveys", Role.OMBUDS),
                Rule.roles("POST", "/api/surveys/{number}/answers", Role.EMPLOYEE));
    }

    /** What somebody answers must not lie in their session, nor under a key of theirs; below /concerns nothing does. */
    @Override
    public List<String> neverKept() {
        return List.of("/api/surveys", "/api/surveys/**");
    }
}
