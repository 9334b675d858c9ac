package org.contractethics.access.internal;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.shared.Role;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/** Reads accounts from Keycloak by its administration API, with the service account of the directory client. */
@Component
class KeycloakAccounts {

    private static final int PAGE = 500;

    /** Up to this many members of a role are read with all their roles; of a larger crowd only the role asked for is told. */
    private static final int FEW = 100;

    /** As many as {@link LastKnown} keeps answers of. */
    private static final int MOST = 10_000;

    /** @param enabled whether the person may still sign in */
    record Account(Person person, boolean enabled) {}

    private final Client http;
    private final Keycloak keycloak;
    private final KeycloakCalls calls;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final String realm;

    KeycloakAccounts(KeycloakProperties properties) {
        this.realm = properties.realm();
        this.http = ClientBuilder.newBuilder()
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(5, TimeUnit.SECONDS)
                .register(JacksonProvider.class, 100)
                .build();
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(properties.url())
                .realm(properties.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(KeycloakProperties.DIRECTORY_CLIENT)
                .clientSecret(properties.directorySecret())
                .resteasyClient((ResteasyClient) http)
                .build();
        this.calls = keycloak.proxy(KeycloakCalls.class);
    }

    /**
     * Keycloak finds an account by capital letters, too. Every rule on people compares names as they are written, so another spelling is
     * nobody: it would be somebody whom no conflict of interest and no exclusion from a concern meets.
     */
    Optional<Account> find(String username) {
        return named(username, username::equals).stream().findFirst();
    }

    List<Account> inAnySpelling(String username) {
        return named(username, username::equalsIgnoreCase);
    }

    private List<Account> named(String username, Predicate<String> meant) {
        String known = ids.get(username);
        AskedRoles early = known == null ? null : asked(known);
        return calls.users(realm, username, true, true).stream()
                .filter(user -> meant.test(user.getUsername()))
                .map(user -> new Account(person(user, roles(user, early)), Boolean.TRUE.equals(user.isEnabled())))
                .toList();
    }

    /** Roles that are asked for while the account is; they count only where it is still the account of that id. */
    private record AskedRoles(String id, CompletionStage<List<RoleRepresentation>> answer) {

        Set<Role> roles() {
            return answer.toCompletableFuture().join().stream()
                    .map(RoleRepresentation::getName)
                    .flatMap(name -> RealmRoles.named(name).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private AskedRoles asked(String id) {
        return new AskedRoles(id, calls.effectiveRoles(realm, id));
    }

    private Set<Role> roles(UserRepresentation user, @Nullable AskedRoles early) {
        if (early != null && early.id().equals(user.getId())) {
            return early.roles();
        }
        if (ids.size() >= MOST) {
            ids.clear();
        }
        ids.put(user.getUsername(), user.getId());
        return asked(user.getId()).roles();
    }

    /** Everyone enabled who holds the role, themselves or through a group. */
    List<Person> withRole(Role role) {
        Map<String, UserRepresentation> members = new LinkedHashMap<>();
        collect(members, first -> calls.withRole(realm, role.name(), first, PAGE));
        calls.groupsWithRole(realm, role.name(), 0, PAGE)
                .forEach(group -> collect(members, first -> calls.members(realm, group.getId(), first, PAGE)));
        boolean few = members.size() <= FEW;
        List<Person> found = new ArrayList<>();
        for (UserRepresentation user : members.values()) {
            if (Boolean.TRUE.equals(user.isEnabled())) {
                found.add(person(user, few ? asked(user.getId()).roles() : Set.of(role)));
            }
        }
        return found;
    }

    private static void collect(
            Map<String, UserRepresentation> members, IntFunction<Collection<UserRepresentation>> pages) {
        int count = PAGE;
        for (int first = 0; count == PAGE; first += PAGE) {
            Collection<UserRepresentation> page = pages.apply(first);
            count = page.size();
            page.forEach(user -> members.put(user.getId(), user));
        }
    }

    private static Person person(UserRepresentation user, Set<Role> roles) {
        String name = (orEmpty(user.getFirstName()) + " " + orEmpty(user.getLastName())).strip();
        return new Person(
                user.getUsername(), name.isEmpty() ? user.getUsername() : name, orEmpty(user.getEmail()), roles);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @PreDestroy
    void close() {
        keycloak.close();
        http.close();
    }
}
