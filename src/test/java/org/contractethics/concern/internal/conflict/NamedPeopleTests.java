package org.contractethics.concern.internal.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** Whoever a concern is about is found, however the filer writes them: otherwise it would be told to them. */
class NamedPeopleTests {

    private final NamedPeople named = new NamedPeople(new Federated());

    @Test
    void an_account_with_capital_letters_is_found_by_small_ones_and_the_other_way_round() {
        for (String typed : List.of("george.tan", "George.Tan", "GEORGE.TAN")) {
            NamedPeople.Found found = named.in(typed);

            assertThat(found.usernames()).as(typed).containsExactly("George.Tan");
            assertThat(found.problems()).as(typed).isEmpty();
        }
    }

    @Test
    void a_name_that_nobody_bears_is_said() {
        assertThat(named.in("nobody.here").problems()).hasSize(1);
    }

    /** A directory that keeps account names as another system spells them. */
    private static final class Federated implements PeopleDirectory {

        private static final Person GEORGE = new Person("George.Tan", "G. Tan", "", Set.of(Role.EMPLOYEE));

        @Override
        public Optional<Person> find(String username) {
            return Optional.of(GEORGE).filter(person -> person.username().equals(username));
        }

        @Override
        public List<Person> inAnySpelling(String username) {
            return GEORGE.username().equalsIgnoreCase(username) ? List.of(GEORGE) : List.of();
        }

        @Override
        public List<Person> withRole(Role role) {
            return List.of();
        }
    }
}
