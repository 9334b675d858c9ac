package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

class RealmRolesTests {

    @Test
    void a_role_of_the_realm_becomes_an_authority() {
        assertThat(RealmRoles.authorities(Map.of("roles", List.of("PANEL_CHAIR", "EMPLOYEE"))))
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_PANEL_CHAIR", "ROLE_EMPLOYEE");
    }

    @Test
    void a_realm_role_that_the_review_does_not_know_counts_for_nothing() {
        var authorities = RealmRoles.authorities(
                Map.of("roles", List.of("offline_access", "ADMIN", "panel_chair", "ROLE_AUDITOR", "AUDITOR")));

        assertThat(RealmRoles.roles(authorities)).containsExactly(Role.AUDITOR);
    }

    @Test
    void a_token_without_roles_gives_none() {
        assertThat(RealmRoles.authorities(null)).isEmpty();
        assertThat(RealmRoles.authorities(Map.of("roles", "AUDITOR"))).isEmpty();
    }
}
