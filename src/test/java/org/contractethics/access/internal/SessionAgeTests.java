package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.access.RouteRules;
import org.contractethics.access.RouteRules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** How long a sign-in lasts that is used all the time. */
class SessionAgeTests {

    private static final Instant NOW = Instant.parse("2026-11-02T18:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(10);

    private final MockHttpSession session = new MockHttpSession();
    private final SessionAge age = new SessionAge(
            new RouteTable(List.of(new Routes())), new SessionSettings(LONGEST), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void ends_the_session_of_a_sign_in_that_is_as_old_as_may_be() throws Exception {
        ask("/account", LONGEST);

        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void leaves_a_younger_one_alone() throws Exception {
        ask("/account", LONGEST.minusSeconds(1));

        assertThat(session.isInvalid()).isFalse();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
    }

    @Test
    void does_not_look_at_what_anyone_may_see() throws Exception {
        ask("/about", LONGEST);

        assertThat(session.isInvalid()).isFalse();
    }

    private void ask(String path, Duration ago) throws ServletException, IOException {
        OidcIdToken token = OidcIdToken.withTokenValue("token")
                .subject("dana.whitfield")
                .issuedAt(NOW.minus(ago))
                .expiresAt(NOW.minus(ago).plusSeconds(300))
                .build();
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(
                        new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token),
                        AuthorityUtils.NO_AUTHORITIES,
                        "keycloak"));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        age.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    private static final class Routes implements RouteRules {

        @Override
        public List<Rule> rules() {
            return List.of(Rule.anyone("GET", "/about"), Rule.signedIn("GET", "/account"));
        }
    }
}
