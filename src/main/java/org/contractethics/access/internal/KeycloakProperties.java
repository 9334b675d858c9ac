package org.contractethics.access.internal;

import jakarta.validation.constraints.NotBlank;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the identity provider is.
 *
 * @param url address of Keycloak as people's browsers reach it, without a slash at the end
 * @param realm name of the realm
 * @param pagesSecret secret of the confidential client of the pages
 * @param directorySecret secret of the service account that reads the people
 */
@Validated
@ConfigurationProperties("contract-ethics.keycloak")
public record KeycloakProperties(
        @NotBlank String url,
        @DefaultValue("contract-ethics") String realm,
        @NotBlank String pagesSecret,
        @NotBlank String directorySecret) {

    static final String PAGES_CLIENT = "contract-ethics-pages";
    static final String DIRECTORY_CLIENT = "contract-ethics-directory";
    static final String API_AUDIENCE = "contract-ethics-api";

    String issuer() {
        return url + "/realms/" + realm;
    }

    String endpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    /** The page of Keycloak that ends the sign-in there and comes back to this address of ours. */
    public String signOutPage(String backTo) {
        return endpoint("logout") + "?client_id=" + PAGES_CLIENT + "&post_logout_redirect_uri="
                + URLEncoder.encode(backTo, StandardCharsets.UTF_8);
    }
}
