package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HomeTests {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTER, /contracts",
        "TRIAGE_OFFICER, /inbox",
        "HR_REVIEWER, /inbox",
        "LEGAL_REVIEWER, /inbox",
        "EMPLOYEE_PANELIST, /inbox",
        "PANEL_CHAIR, /inbox",
        "BOARD_COMMITTEE, /inbox",
        "MONITOR, /inbox",
        "OMBUDS, /concerns",
        "AUDITOR, /audit",
        "LEADERSHIP, /insights",
        "EMPLOYEE, /contracts",
        "EXTERNAL_FILER, /concerns"
    })
    void people_start_where_their_work_is(Role role, String start) {
        Set<Role> roles = role == Role.EXTERNAL_FILER ? EnumSet.of(role) : EnumSet.of(role, Role.EMPLOYEE);
        Actor actor = new Actor("x", "X", roles);

        assertThat(Home.of(actor)).isEqualTo(start);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void help_says_what_each_role_does(Role role) {
        assertThat(RoleHelp.byRole()).containsKey(role);
    }
}
