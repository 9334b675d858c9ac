package org.contractethics.access.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.CurrentActor;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The person of the security context, with those roles of their token that they still hold: a role taken away at Keycloak, or
 * an account switched off or deleted there, ends here within a minute and not only with the session.
 */
@Component
public class SignedInActor implements CurrentActor {

    private final KeycloakPeople directory;

    SignedInActor(KeycloakPeople directory) {
        this.directory = directory;
    }

    @Override
    public Actor get() {
        // never SYSTEM within a request: who is not signed in must not act in the name of the system
        return signedIn().orElseGet(() -> {
            if (RequestContextHolder.getRequestAttributes() != null) {
                throw Refused.notAllowed("Sign in to do this.");
            }
            return Actor.SYSTEM;
        });
    }

    /** The person of the current request, if somebody is signed in. */
    public Optional<Actor> signedIn() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    Optional<Actor> of(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        Map<String, Object> claims =
                authentication.getPrincipal() instanceof ClaimAccessor token ? token.getClaims() : Map.of();
        String username = text(claims, IdentityProvider.USERNAME_CLAIM, authentication.getName());
        Set<Role> roles = new HashSet<>(RealmRoles.roles(authentication.getAuthorities()));
        directory.rolesOf(username).ifPresent(roles::retainAll);
        return Optional.of(new Actor(username, text(claims, "name", username), roles));
    }

    private static String text(Map<String, Object> claims, String name, String otherwise) {
        return claims.get(name) instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
