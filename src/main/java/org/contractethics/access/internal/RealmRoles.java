package org.contractethics.access.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Reads the roles out of Keycloak's {@code realm_access} claim. A realm role that the review does not know counts for nothing. */
final class RealmRoles {

    static final String CLAIM = "realm_access";

    private static final String PREFIX = "ROLE_";

    private RealmRoles() {}

    static Set<GrantedAuthority> authorities(@Nullable Map<String, Object> realmAccess) {
        Object names = realmAccess == null ? null : realmAccess.get("roles");
        Stream<?> values = names instanceof Collection<?> listed ? listed.stream() : Stream.empty();
        return values.map(String::valueOf)
                .flatMap(name -> named(name).stream())
                .map(role -> new SimpleGrantedAuthority(PREFIX + role.name()))
                .collect(Collectors.toSet());
    }

    static Set<Role> roles(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(PREFIX))
                .flatMap(name -> named(name.substring(PREFIX.length())).stream())
                .collect(Collectors.toSet());
    }

    /** The role that the realm calls by this name. */
    static Optional<Role> named(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
