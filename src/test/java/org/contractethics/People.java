package org.contractethics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.contractethics.local.DemonstrationPeople;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Demonstration people at a mock request, as Keycloak would have signed them in. */
public final class People {

    private People() {}

    /** Signed in to the pages. */
    public static RequestPostProcessor signedInAs(String username) {
        return signedInAgo(username, Duration.ZERO);
    }

    /** Signed in to the pages so long ago. */
    public static RequestPostProcessor signedInAgo(String username, Duration ago) {
        return SecurityMockMvcRequestPostProcessors.oidcLogin().oidcUser(user(known(username), ago));
    }

    /** Signed in to the pages, where no request is sent. */
    public static Authentication authenticated(String username) {
        DefaultOidcUser user = user(known(username), Duration.ZERO);
        return new TestingAuthenticationToken(user, null, List.copyOf(user.getAuthorities()));
    }

    private static DefaultOidcUser user(DemonstrationPeople.Person person, Duration ago) {
        String username = person.username();
        OidcIdToken token = OidcIdToken.withTokenValue("id-token-of-" + username)
                .subject("subject-of-" + username)
                .issuedAt(now().minus(ago))
                .expiresAt(now().plus(5, ChronoUnit.MINUTES))
                .claims(claims -> claims.putAll(claims(person)))
                .build();
        return new DefaultOidcUser(authorities(person), token, "preferred_username");
    }

    /** Calling the API with a token. */
    public static RequestPostProcessor tokenOf(String username) {
        DemonstrationPeople.Person person = known(username);
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token -> token.subject("subject-of-" + username)
                        .audience(List.of("contract-ethics-api"))
                        .claims(claims -> claims.putAll(claims(person))))
                .authorities(authorities(person));
    }

    private static DemonstrationPeople.Person known(String username) {
        return DemonstrationPeople.find(username)
                .orElseThrow(() -> new IllegalArgumentException("nobody in the realm file is called " + username));
    }

    private static Map<String, Object> claims(DemonstrationPeople.Person person) {
        return Map.of(
                "preferred_username", person.username(),
                "name", person.name(),
                "email", person.email(),
                "realm_access", Map.of("roles", person.roles()));
    }

    private static List<GrantedAuthority> authorities(DemonstrationPeople.Person person) {
        return person.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
