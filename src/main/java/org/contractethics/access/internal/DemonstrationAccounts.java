package org.contractethics.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/** Keeps the demonstration people, whose password everyone knows, out of production. */
class DemonstrationAccounts {

    static final String ERROR_CODE = "demonstration_account";

    private static final String CLAIM = "demonstration";
    private static final OAuth2Error REFUSED =
            new OAuth2Error(ERROR_CODE, "Demonstration accounts cannot sign in to production.", null);

    private final boolean refused;

    DemonstrationAccounts(boolean refused) {
        this.refused = refused;
    }

    OAuth2TokenValidator<Jwt> tokenValidator() {
        return token -> refused && isDemonstration(token.getClaim(CLAIM))
                ? OAuth2TokenValidatorResult.failure(REFUSED)
                : OAuth2TokenValidatorResult.success();
    }

    OAuth2UserService<OidcUserRequest, OidcUser> userService() {
        OidcUserService loading = new OidcUserService();
        return request -> admit(loading.loadUser(request));
    }

    OidcUser admit(OidcUser user) {
        if (refused && isDemonstration(user.getClaim(CLAIM))) {
            throw new OAuth2AuthenticationException(REFUSED, REFUSED.getDescription());
        }
        return user;
    }

    private static boolean isDemonstration(@Nullable Object claim) {
        return claim != null && Boolean.parseBoolean(claim.toString());
    }
}
