package org.contractethics.concern.web;

import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Letters are for every employee to read and sign. A token is handed in by nobody in particular: that route asks for no sign-in, because
 * asking would tell whose it is.
 */
@Component
class LetterRoutes implements RouteRules {

    private static final Role[] READERS = {Role.EMPLOYEE, Role.OMBUDS, Role.BOARD_COMMITTEE};
    /** The ombudsperson outside the company is registered as an external filer; letters they do not handle are not there for them. */
    private static final Role[] OFFICERS = {Role.OMBUDS, Role.BOARD_COMMITTEE, Role.EXTERNAL_FILER};

    private static final Role[] READERS_AND_OUTSIDE = {
        Role.EMPLOYEE, Role.OMBUDS, Role.BOARD_COMMITTEE, Role.EXTERNAL_FILER
    };

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.roles("GET", "/letters", READERS),
                Rule.roles("POST", "/letters", Role.EMPLOYEE),
                Rule.roles("GET", "/letters/new", Role.EMPLOYEE),
                Rule.roles("GET", "/letters/thresholds", READERS),
                Rule.roles("POST", "/letters/thresholds", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/letters/headcount", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/letters/{id}", READERS_AND_OUTSIDE),
                Rule.roles("POST", "/letters/{id}/signature", Role.EMPLOYEE),
                Rule.roles("POST", "/letters/{id}/signature/withdraw", Role.EMPLOYEE),
                Rule.roles("POST", "/letters/{id}/blind-signature", Role.EMPLOYEE),
                Rule.roles("POST", "/letters/{id}/text", Role.EMPLOYEE),
                Rule.roles("POST", "/letters/{id}/close", Role.EMPLOYEE),
                Rule.roles("POST", "/letters/{id}/signatures/{signature}/invalidate", OFFICERS),
                Rule.anyone("POST", "/api/letters/{id}/tokens"),
                Rule.anyone("POST", "/api/letters/{id}/tokens/withdrawals"),
                Rule.roles("GET", "/api/letters", READERS),
                Rule.roles("POST", "/api/letters", Role.EMPLOYEE),
                Rule.roles("GET", "/api/letters/thresholds", READERS),
                Rule.roles("POST", "/api/letters/thresholds", Role.BOARD_COMMITTEE),
                Rule.roles("POST", "/api/letters/headcount", Role.BOARD_COMMITTEE),
                Rule.roles("GET", "/api/letters/{id}", READERS_AND_OUTSIDE),
                Rule.roles("POST", "/api/letters/{id}/closing", Role.EMPLOYEE),
                Rule.roles("GET", "/api/letters/{id}/signatures", READERS_AND_OUTSIDE),
                Rule.roles("POST", "/api/letters/{id}/signatures/{signature}/invalidation", OFFICERS),
                Rule.roles("POST", "/api/letters/{id}/versions", Role.EMPLOYEE),
                Rule.roles("PUT", "/api/letters/{id}/signing", Role.EMPLOYEE),
                Rule.roles("POST", "/api/letters/{id}/signatures", Role.EMPLOYEE),
                Rule.roles("DELETE", "/api/letters/{id}/signatures/own", Role.EMPLOYEE),
                Rule.roles("POST", "/api/letters/{id}/blind-signatures", Role.EMPLOYEE));
    }

    /** Who opens a letter, and who wanted to sign, must not lie in a session, nor under a key of theirs. */
    @Override
    public List<String> neverKept() {
        return List.of("/letters", "/letters/**", "/api/letters", "/api/letters/**");
    }
}
