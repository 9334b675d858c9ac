package org.contractethics.access;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.contractethics.access.internal.ChangedAccounts;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Asks the security filters about a route without running what lies behind it. */
final class RouteProbe {

    /** A route that some controller answers. */
    record Route(String pattern, String method) implements Comparable<Route> {

        @Override
        public int compareTo(Route other) {
            return Comparator.comparing(Route::pattern)
                    .thenComparing(Route::method)
                    .compare(this, other);
        }

        boolean api() {
            return pattern.startsWith("/api/");
        }

        /** An address that the pattern matches. */
        String example() {
            PathPattern parsed = PathPatternParser.defaultInstance.parse(pattern);
            return Stream.of("00000000-0000-4000-8000-000000000000", "1", "triage", "T1", "x.csv")
                    .map(value -> pattern.replaceAll("\\{[^}/]*\\}", value).replace("**", value))
                    .filter(path -> parsed.matches(PathContainer.parsePath(path)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no example for " + pattern));
        }
    }

    /**
     * @param allowed ANYONE, SIGNED_IN, the roles that pass, or NOBODY
     * @param oddities refusals that are no 302 to the sign-in, 401, 403 or 404
     */
    record Answer(String allowed, List<String> oddities) {}

    private final WebApplicationContext application;
    private final Filter security;

    RouteProbe(WebApplicationContext application, Filter security) {
        this.application = application;
        this.security = security;
        application.getBean(ChangedAccounts.class).joined("probe", Role.values());
    }

    Answer ask(Route route) {
        List<String> oddities = new ArrayList<>();
        boolean anyone = passes(route, false, null, oddities);
        boolean signedIn = passes(route, true, null, oddities);
        List<String> roles = Stream.of(Role.values())
                .filter(role -> passes(route, true, role, oddities))
                .map(Role::name)
                .toList();
        return new Answer(allowed(anyone, signedIn, roles), oddities);
    }

    /** Whether a change reaches its handler that somebody with every role sends without a token, or with one of another session. */
    boolean passesForged(Route route) {
        return forged(route, request -> request)
                || forged(route, request -> SecurityMockMvcRequestPostProcessors.csrf()
                        .useInvalidToken()
                        .postProcessRequest(request));
    }

    private boolean forged(Route route, UnaryOperator<MockHttpServletRequest> token) {
        MockHttpServletRequest request = SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(claims -> claims.claim("preferred_username", "probe"))
                .authorities(AuthorityUtils.createAuthorityList(Stream.of(Role.values())
                        .map(role -> "ROLE_" + role.name())
                        .toList()))
                .postProcessRequest(token.apply(plain(route)));
        MockHttpServletResponse response = new MockHttpServletResponse();
        return passes(request, response) || response.getStatus() != 403;
    }

    private MockHttpServletRequest plain(Route route) {
        MockHttpServletRequest request = MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(route.method()), route.example())
                .buildRequest(Objects.requireNonNull(application.getServletContext()));
        request.setServletPath(route.example());
        return request;
    }

    private boolean passes(MockHttpServletRequest request, MockHttpServletResponse response) {
        AtomicBoolean passed = new AtomicBoolean();
        try {
            security.doFilter(request, response, (asked, answered) -> passed.set(true));
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("asking for " + request.getRequestURI(), e);
        }
        return passed.get();
    }

    private static String allowed(boolean anyone, boolean signedIn, List<String> roles) {
        if (anyone || signedIn) {
            return anyone ? "ANYONE" : "SIGNED_IN";
        }
        return roles.isEmpty() ? "NOBODY" : String.join(" ", roles);
    }

    private boolean passes(Route route, boolean signedIn, @Nullable Role role, List<String> oddities) {
        MockHttpServletRequest request = plain(route);
        @Nullable CsrfTokenRepository tokens = WebTestUtils.getCsrfTokenRepository(request);
        if (!route.api()) {
            request = SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(request);
        }
        if (signedIn) {
            request = as(route, role, request);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        boolean passed = passes(request, response);
        // the token of the test is kept in a session, which the anonymous pages of other tests have none of
        if (tokens != null) {
            WebTestUtils.setCsrfTokenRepository(request, tokens);
        }
        if (!passed && !refusedProperly(route, signedIn, response)) {
            oddities.add(route + " as " + (role == null ? signedIn : role) + " got " + response.getStatus());
        }
        return passed;
    }

    private static MockHttpServletRequest as(Route route, @Nullable Role role, MockHttpServletRequest request) {
        var authorities = role == null
                ? AuthorityUtils.NO_AUTHORITIES
                : AuthorityUtils.createAuthorityList("ROLE_" + role.name());
        return route.api()
                ? SecurityMockMvcRequestPostProcessors.jwt()
                        .jwt(token -> token.claim("preferred_username", "probe"))
                        .authorities(authorities)
                        .postProcessRequest(request)
                : SecurityMockMvcRequestPostProcessors.oidcLogin()
                        .idToken(token -> token.claim("preferred_username", "probe"))
                        .authorities(authorities)
                        .postProcessRequest(request);
    }

    private static boolean refusedProperly(Route route, boolean signedIn, MockHttpServletResponse response) {
        if (signedIn) {
            // what no rule names does not exist for people
            return response.getStatus() == 403 || response.getStatus() == 404;
        }
        return route.api()
                ? response.getStatus() == 401
                : response.getStatus() == 302 && "/oauth2/authorization/keycloak".equals(response.getRedirectedUrl());
    }
}
