package org.contractethics.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a sign-in that is older than the setting, however much it is used: a stolen session would last for ever, and a name or an
 * account that changed at Keycloak would stay as it was. What follows is what follows an hour without a page.
 */
class SessionAge extends OncePerRequestFilter {

    private final RouteTable routes;
    private final Duration longest;
    private final Clock clock;

    SessionAge(RouteTable routes, SessionSettings settings, Clock clock) {
        this.routes = routes;
        this.longest = settings.longest();
        this.clock = clock;
    }

    /** A route for anyone must not load a session. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return routes.find(request).map(rule -> routes.allows(rule, null)).orElse(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant oldest = clock.instant().minus(longest);
        if (signedInAt().filter(at -> !at.isAfter(oldest)).isPresent()) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private static Optional<Instant> signedInAt() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OidcUser person
                ? Optional.ofNullable(person.getIdToken().getIssuedAt())
                : Optional.empty();
    }
}
