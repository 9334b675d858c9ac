package org.contractethics.access.internal;

import java.util.function.Supplier;
import org.contractethics.access.RouteRules.Rule;
import org.contractethics.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks the table of routes about every request of both chains. */
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final RouteTable routes;
    private final SignedInActor people;

    RouteAuthorization(RouteTable routes, SignedInActor people) {
        this.routes = routes;
        this.people = people;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Rule rule = routes.find(context.getRequest()).orElse(null);
        if (rule == null) {
            return new AuthorizationDecision(false);
        }
        // a route for anyone must not load a session
        Actor actor = routes.allows(rule, null)
                ? null
                : people.of(authentication.get()).orElse(null);
        return new AuthorizationDecision(routes.allows(rule, actor));
    }
}
