package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

class DemonstrationAccountsTests {

    private static final DemonstrationAccounts PRODUCTION = new DemonstrationAccounts(true);
    private static final DemonstrationAccounts LOCAL = new DemonstrationAccounts(false);

    @Test
    void production_refuses_the_sign_in_of_a_demonstration_account() {
        assertThatExceptionOfType(OAuth2AuthenticationException.class)
                .isThrownBy(() -> PRODUCTION.admit(person("true")))
                .satisfies(refusal ->
                        assertThat(refusal.getError().getErrorCode()).isEqualTo(DemonstrationAccounts.ERROR_CODE));
        assertThatExceptionOfType(OAuth2AuthenticationException.class).isThrownBy(() -> PRODUCTION.admit(person(true)));
    }

    @Test
    void production_admits_everyone_else() {
        OidcUser employee = person("false");

        assertThat(PRODUCTION.admit(employee)).isSameAs(employee);
    }

    @Test
    void production_refuses_tokens_of_demonstration_accounts() {
        assertThat(PRODUCTION.tokenValidator().validate(token("true")).hasErrors())
                .isTrue();
        assertThat(PRODUCTION.tokenValidator().validate(token("false")).hasErrors())
                .isFalse();
    }

    @Test
    void elsewhere_they_sign_in() {
        assertThat(LOCAL.admit(person("true"))).isNotNull();
        assertThat(LOCAL.tokenValidator().validate(token("true")).hasErrors()).isFalse();
    }

    private static OidcUser person(Object demonstration) {
        OidcIdToken token = OidcIdToken.withTokenValue("id-token")
                .subject("1")
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(60))
                .claim("demonstration", demonstration)
                .build();
        return new DefaultOidcUser(java.util.List.of(), token);
    }

    private static Jwt token(String demonstration) {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .claim("demonstration", demonstration)
                .build();
    }
}
