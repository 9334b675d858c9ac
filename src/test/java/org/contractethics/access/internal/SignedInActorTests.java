package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SignedInActorTests {

    private KeycloakAccounts.@Nullable Account account;
    private boolean answers = true;
    private final SignedInActor people = new SignedInActor(new KeycloakPeople(new Accounts(), Clock.systemUTC()));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void takes_name_and_roles_from_the_token_while_the_directory_does_not_answer() {
        answers = false;

        Actor dana = people.of(token("ROLE_HR_REVIEWER", "ROLE_EMPLOYEE", "ROLE_UNKNOWN", "SCOPE_openid"))
                .orElseThrow();

        assertThat(dana)
                .isEqualTo(new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER, Role.EMPLOYEE)));
    }

    @Test
    void a_role_taken_away_at_keycloak_is_gone_before_the_session_is() {
        account = account(true, Role.EMPLOYEE, Role.AUDITOR);

        assertThat(people.of(token("ROLE_HR_REVIEWER", "ROLE_EMPLOYEE"))
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.EMPLOYEE);
    }

    @Test
    void an_account_that_was_switched_off_holds_no_role() {
        account = account(false, Role.HR_REVIEWER);

        assertThat(people.of(token("ROLE_HR_REVIEWER")).orElseThrow().roles()).isEmpty();
    }

    @Test
    void an_account_that_was_deleted_holds_no_role() {
        assertThat(people.of(token("ROLE_HR_REVIEWER", "ROLE_EMPLOYEE"))
                        .orElseThrow()
                        .roles())
                .isEmpty();
    }

    @Test
    void nobody_acts_as_the_system_within_a_request() {
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));

        assertThatExceptionOfType(Refused.class).isThrownBy(people::get);
        assertThat(people.signedIn()).isEmpty();
    }

    @Test
    void outside_a_request_the_system_acts() {
        assertThat(people.get()).isEqualTo(Actor.SYSTEM);
    }

    @Test
    void an_authentication_that_is_not_complete_signs_nobody_in() {
        assertThat(people.of(new TestingAuthenticationToken("dana.whitfield", "password")))
                .isEmpty();
        assertThat(people.of(null)).isEmpty();
    }

    private static Authentication token(String... authorities) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .claim("preferred_username", "dana.whitfield")
                .claim("name", "Dana Whitfield")
                .build();
        return new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authorities));
    }

    private static KeycloakAccounts.Account account(boolean enabled, Role... roles) {
        return new KeycloakAccounts.Account(
                new Person("dana.whitfield", "Dana Whitfield", "dana@example.org", Set.of(roles)), enabled);
    }

    private final class Accounts extends KeycloakAccounts {

        Accounts() {
            super(new KeycloakProperties("http://127.0.0.1:9", "none", "x", "x"));
        }

        @Override
        Optional<Account> find(String username) {
            if (!answers) {
                throw new IllegalStateException("no answer");
            }
            return Optional.ofNullable(account);
        }

        @Override
        List<Person> withRole(Role role) {
            return List.of();
        }
    }
}
