package org.contractethics.access.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.internal.KeycloakAccounts.Account;
import org.contractethics.shared.Role;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Accounts that an administrator changes during a test. The realm itself stays as it is: other tests sign in there. */
@Component
public final class ChangedAccounts implements BeanPostProcessor {

    private record Change(Set<Role> roles, boolean enabled, boolean exists) {}

    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private final Map<String, Account> joined = new ConcurrentHashMap<>();

    /** From now on the account holds these roles alone. */
    public void holds(String account, Role... roles) {
        changes.put(account, new Change(Set.of(roles), true, true));
    }

    public void disabled(String account) {
        changes.put(account, new Change(Set.of(), false, true));
    }

    public void deleted(String account) {
        changes.put(account, new Change(Set.of(), false, false));
    }

    /** An account that the realm does not have is there from now on, in every test. */
    public void joined(String account, Role... roles) {
        joined.put(account, new Account(new Person(account, account, "", Set.of(roles)), true));
    }

    /** All accounts are as the realm has them. */
    public void restored() {
        changes.clear();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof KeycloakAccounts accounts ? new Changed(accounts) : bean;
    }

    private final class Changed extends KeycloakAccounts {

        private final KeycloakAccounts realm;

        private Changed(KeycloakAccounts realm) {
            super(new KeycloakProperties("http://127.0.0.1:9", "none", "x", "x"));
            this.realm = realm;
        }

        @Override
        Optional<Account> find(String username) {
            return realm.find(username).flatMap(this::changed).or(() -> Optional.ofNullable(joined.get(username)));
        }

        @Override
        List<Account> inAnySpelling(String username) {
            return realm.inAnySpelling(username);
        }

        @Override
        List<Person> withRole(Role role) {
            return realm.withRole(role).stream()
                    .filter(person -> Optional.ofNullable(changes.get(person.username()))
                            .map(change -> change.enabled() && change.roles().contains(role))
                            .orElse(true))
                    .toList();
        }

        private Optional<Account> changed(Account account) {
            Person person = account.person();
            Change change = changes.get(person.username());
            if (change == null) {
                return Optional.of(account);
            }
            return change.exists()
                    ? Optional.of(new Account(
                            new Person(person.username(), person.displayName(), person.email(), change.roles()),
                            change.enabled()))
                    : Optional.empty();
        }
    }
}
