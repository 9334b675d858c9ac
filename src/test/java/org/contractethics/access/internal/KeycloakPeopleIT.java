package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The people directory against the real Keycloak, and without one. */
@IntegrationTest
class KeycloakPeopleIT {

    private final PeopleDirectory people;
    private final KeycloakAccounts accounts;

    @Autowired
    KeycloakPeopleIT(PeopleDirectory people, KeycloakAccounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Test
    void knows_names_addresses_and_roles() {
        assertThat(people.find("dana.whitfield")).hasValueSatisfying(dana -> {
            assertThat(dana.displayName()).isEqualTo("Dana Whitfield");
            assertThat(dana.email()).contains("@");
            assertThat(dana.roles()).containsExactlyInAnyOrder(Role.HR_REVIEWER, Role.EMPLOYEE);
        });
    }

    @Test
    void lists_who_holds_a_role_by_name() {
        assertThat(people.withRole(Role.EMPLOYEE_PANELIST))
                .extracting(Person::username)
                .containsSubsequence("amir.haddad", "bea.novak", "carlos.diaz", "dina.yusuf", "emil.berg");
    }

    @Test
    void an_unknown_account_shows_its_own_name() {
        assertThat(people.find("nobody.here")).isEmpty();
        assertThat(people.displayName("nobody.here")).isEqualTo("nobody.here");
    }

    /** A rule that compares account names would let the other spelling pass. */
    @Test
    void another_spelling_of_an_account_is_nobody() {
        assertThat(List.of("Dana.Whitfield", "DANA.WHITFIELD", " dana.whitfield", "dana.whitfield "))
                .allSatisfy(spelling -> assertThat(people.find(spelling)).isEmpty());
    }

    /** Whoever is named as one whom a concern is about, or is to be erased, is found however they are written. */
    @Test
    void who_has_to_be_found_is_found_in_every_spelling() {
        assertThat(List.of("dana.whitfield", "Dana.Whitfield", "DANA.WHITFIELD"))
                .allSatisfy(spelling -> assertThat(people.inAnySpelling(spelling))
                        .extracting(Person::username)
                        .containsExactly("dana.whitfield"));
        assertThat(List.of("", "dana", "nobody.here", "\ud800", "*"))
                .allSatisfy(name -> assertThat(people.inAnySpelling(name)).isEmpty());
    }

    @Test
    void the_full_name_of_an_account_is_known_in_every_spelling() {
        assertThat(people.namesOf("DANA.Whitfield")).containsExactly("Dana Whitfield");
        assertThat(people.namesOf("nobody.here")).isEmpty();
    }

    /** Bad input 19 */
    @Test
    void a_name_that_nobody_can_have_is_nobody_and_hides_nobody_else() {
        KeycloakPeople fresh = new KeycloakPeople(accounts, Clock.systemUTC());
        List<String> crafted = List.of(
                "",
                " ",
                "x".repeat(200_000),
                "a\0b",
                "a\r\nX: y",
                "\ud800",
                "\ufffe",
                "%00",
                "*",
                "<b>&?#/..;",
                "\ud83d\ude00");

        assertThat(crafted).allSatisfy(name -> {
            assertThat(fresh.find(name)).isEmpty();
            assertThat(fresh.rolesOf(name)).hasValue(Set.of());
        });
        assertThat(fresh.find("leo.brandt")).isPresent();
    }

    /** A session or token that outlives its account gives nothing more. */
    @Test
    void an_account_that_is_not_there_has_no_role() {
        KeycloakPeople fresh = new KeycloakPeople(accounts, Clock.systemUTC());

        assertThat(fresh.rolesOf("nobody.here")).hasValue(Set.of());
        assertThat(fresh.rolesOf("Dana.Whitfield")).hasValue(Set.of());
        assertThat(fresh.rolesOf("dana.whitfield")).hasValue(Set.of(Role.HR_REVIEWER, Role.EMPLOYEE));
    }

    /** A program that acts for itself calls the API in the name of its client's account, which stands in no list of people. */
    @Test
    void the_account_of_a_program_is_known() {
        assertThat(accounts.find("service-account-" + KeycloakProperties.DIRECTORY_CLIENT))
                .hasValueSatisfying(account -> assertThat(account.enabled()).isTrue());
    }

    @Test
    void a_keycloak_that_never_answered_is_not_taken_for_nobody() {
        KeycloakProperties nowhere = new KeycloakProperties("http://127.0.0.1:9", "none", "x", "x");
        KeycloakPeople alone = new KeycloakPeople(new KeycloakAccounts(nowhere), Clock.systemUTC());

        assertThatExceptionOfType(PeopleUnavailable.class).isThrownBy(() -> alone.find("dana.whitfield"));
        assertThatExceptionOfType(PeopleUnavailable.class).isThrownBy(() -> alone.inAnySpelling("dana.whitfield"));
        assertThatExceptionOfType(PeopleUnavailable.class).isThrownBy(() -> alone.withRole(Role.AUDITOR));
        assertThat(alone.displayName("dana.whitfield")).isEqualTo("dana.whitfield");
        assertThat(alone.rolesOf("dana.whitfield")).isEmpty();
    }
}
