package org.contractethics.access.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.access.internal.KeycloakAccounts.Account;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** The people as Keycloak knows them, or knew them when it last answered. */
@Component
class KeycloakPeople implements PeopleDirectory {

    /** The longest that Keycloak keeps, and more than any address line takes. */
    private static final int LONGEST_NAME = 255;

    private final LastKnown<String, Optional<Account>> byName;
    private final LastKnown<String, List<Account>> bySpelling;
    private final LastKnown<Role, List<Person>> byRole;

    KeycloakPeople(KeycloakAccounts accounts, Clock clock) {
        this.byName = new LastKnown<>(accounts::find, clock);
        this.bySpelling = new LastKnown<>(accounts::inAnySpelling, clock);
        this.byRole = new LastKnown<>(accounts::withRole, clock);
    }

    @Override
    public Optional<Person> find(String username) {
        return known(username)
                .orElseThrow(() -> new PeopleUnavailable("who is " + username))
                .filter(Account::enabled)
                .map(Account::person);
    }

    @Override
    public List<Person> inAnySpelling(String username) {
        return spelt(username).stream()
                .filter(Account::enabled)
                .map(Account::person)
                .toList();
    }

    @Override
    public List<String> namesOf(String username) {
        return spelt(username).stream()
                .map(account -> account.person().displayName())
                .toList();
    }

    private List<Account> spelt(String username) {
        return canBeName(username)
                ? bySpelling.get(username).orElseThrow(() -> new PeopleUnavailable("who is " + username))
                : List.of();
    }

    @Override
    public List<Person> withRole(Role role) {
        return byRole.get(role).orElseThrow(() -> new PeopleUnavailable("who holds " + role)).stream()
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    @Override
    public Optional<Set<Role>> rolesNow(String username) {
        return canBeName(username) ? byName.anew(username).map(KeycloakPeople::roles) : Optional.of(Set.of());
    }

    /**
     * The roles of an account at most a minute ago: none for one that was switched off, deleted or named anew. Empty only where the
     * directory does not answer; then those of the token stand, which Keycloak signed.
     */
    Optional<Set<Role>> rolesOf(String username) {
        return known(username).map(KeycloakPeople::roles);
    }

    private static Set<Role> roles(Optional<Account> known) {
        return known.filter(Account::enabled)
                .map(account -> account.person().roles())
                .orElse(Set.of());
    }

    /**
     * Nobody is called what Keycloak refuses to look for. It is not asked: its refusal would pass for an outage, and one crafted
     * name in a form would hide everybody else.
     */
    private Optional<Optional<Account>> known(String username) {
        return canBeName(username) ? byName.get(username) : Optional.of(Optional.empty());
    }

    private static boolean canBeName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(KeycloakPeople::untyped);
    }

    private static boolean untyped(int sign) {
        return Character.isISOControl(sign)
                || Character.getType(sign) == Character.SURROGATE
                || !Character.isDefined(sign);
    }
}
