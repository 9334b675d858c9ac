package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two chains: tokens for the API, sessions for the pages. The rules of the routes come from the modules. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private final SessionAge age;

    SecurityChains(RouteTable routes, SessionSettings sessions, Clock clock) {
        this.age = new SessionAge(routes, sessions, clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, RouteAuthorization rules, ApiRefusals refusals) {
        return http.securityMatchers(
                        of -> of.requestMatchers("/api/**").requestMatchers(SecurityChains::describedToPrograms))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // a bearer token is never sent by a browser on its own, so there is nothing to forge
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(api -> api.authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(tokenConverter())))
                .build();
    }

    /** Programs read the description of the API with the token they call it with; people with their session. */
    private static boolean describedToPrograms(HttpServletRequest request) {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && token.startsWith("Bearer ")
                && request.getRequestURI().startsWith(request.getContextPath() + "/v3/api-docs");
    }

    @Bean
    @Order(2)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            RouteAuthorization rules,
            PageRefusals refusals,
            SignInResult result,
            KeycloakProperties keycloak,
            DemonstrationAccounts demonstration,
            ClientRegistrationRepository registrations) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                // before the forgery token is looked for, so that a form is kept as after any other end of a session
                .addFilterBefore(age, CsrfFilter.class)
                .headers(headers -> pageHeaders(headers, keycloak))
                .exceptionHandling(on -> on.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2Login(login -> login.loginPage(SignInAddress.START)
                        .successHandler(result)
                        .failureHandler(result)
                        .authorizedClientRepository(new NoKeptTokens())
                        .tokenEndpoint(token -> token.accessTokenResponseClient(IdentityProvider.tokenClient()))
                        .userInfoEndpoint(user -> user.oidcUserService(demonstration.userService())))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .deleteCookies(ReturningPerson.COOKIE)
                        .logoutSuccessHandler(atKeycloak(registrations)))
                .build();
    }

    @Bean
    GrantedAuthoritiesMapper realmRolesOfIdToken() {
        return authorities -> {
            Set<GrantedAuthority> mapped = new HashSet<>();
            for (GrantedAuthority authority : authorities) {
                if (authority instanceof OidcUserAuthority oidc) {
                    mapped.addAll(RealmRoles.authorities(oidc.getIdToken().getClaimAsMap(RealmRoles.CLAIM)));
                }
            }
            return mapped;
        };
    }

    private static JwtAuthenticationConverter tokenConverter() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setPrincipalClaimName(IdentityProvider.USERNAME_CLAIM);
        converter.setJwtGrantedAuthoritiesConverter(token -> RealmRoles.authorities(realmAccess(token.getClaims())));
        return converter;
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Map<String, Object> realmAccess(Map<String, Object> claims) {
        return claims.get(RealmRoles.CLAIM) instanceof Map<?, ?> access ? (Map<String, Object>) access : Map.of();
    }

    private static LogoutSuccessHandler atKeycloak(ClientRegistrationRepository registrations) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/signed-out");
        handler.setDefaultTargetUrl("/signed-out");
        return handler;
    }

    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers, KeycloakProperties keycloak) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy(keycloak)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    /** No inline script or style anywhere. The sign-out form is redirected to Keycloak, so its origin is a form target. */
    static String contentSecurityPolicy(KeycloakProperties keycloak) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + keycloak.url();
    }
}
