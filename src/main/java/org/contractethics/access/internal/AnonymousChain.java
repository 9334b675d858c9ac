package org.contractethics.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.contractethics.access.AnonymousPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * The chain of the anonymous pages: no sign-in, no session, no Keycloak, nothing remembered. Their headers are written further out,
 * where failures get them too.
 */
@Configuration(proxyBeanMethods = false)
class AnonymousChain {

    private final RouteTable routes;

    AnonymousChain(RouteTable routes) {
        this.routes = routes;
    }

    @Bean
    @Order(0)
    SecurityFilterChain anonymousPagesChain(HttpSecurity http, RouteAuthorization rules) {
        return http.securityMatcher(AnonymousPages.ROOT, AnonymousPages.ROOT + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        // the same bytes for the same answer: a masked token would tell two refusals apart (S10)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .exceptionHandling(on -> on.authenticationEntryPoint(
                                (request, response, unknown) -> sayNotThere(request, response))
                        .accessDeniedHandler((request, response, denied) -> refuse(request, response)))
                .build();
    }

    /** Nobody is signed in here, so nobody is ever asked to: what no rule names is not there. */
    private void sayNotThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(
                routes.knows(request) ? HttpServletResponse.SC_METHOD_NOT_ALLOWED : HttpServletResponse.SC_NOT_FOUND);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (routes.find(request).isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            sayNotThere(request, response);
        }
    }

    /** The token stands in the form and in a cookie that neither another host nor a script can set or read. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(AnonymousPages.FORM_COOKIE);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
