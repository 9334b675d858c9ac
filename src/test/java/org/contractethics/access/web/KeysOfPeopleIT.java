package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.access.internal.KeyUsers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.KeptForPerson;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Single keys act for whoever chose them, and for nobody else (WCAG 2.1.4). */
@IntegrationTest
class KeysOfPeopleIT {

    private static final String SCRIPT = "/app/shortcuts";
    private static final String NOAH = "noah.kim";
    private static final String ERIN = "erin.walsh";

    private final MockMvcTester mvc;
    private final JdbcClient database;
    private final KeyUsers keys;
    private final List<KeptForPerson> kept;

    @Autowired
    KeysOfPeopleIT(MockMvcTester mvc, JdbcClient database, KeyUsers keys, List<KeptForPerson> kept) {
        this.mvc = mvc;
        this.database = database;
        this.keys = keys;
        this.kept = kept;
    }

    @AfterEach
    void offAgain() {
        choose(NOAH, "off");
    }

    @Test
    void they_are_off_until_somebody_turns_them_on_for_themselves() throws Exception {
        assertThat(page(NOAH, "/account")).contains("Single keys").doesNotContain(SCRIPT);
        assertThat(page(NOAH, "/help/shortcuts")).contains("They are off for you", "need JavaScript");

        assertThat(choose(NOAH, "on")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/account");

        assertThat(page(NOAH, "/contracts")).contains(SCRIPT);
        assertThat(page(NOAH, "/help/shortcuts")).contains("They are on for you");
        assertThat(page(ERIN, "/contracts")).doesNotContain(SCRIPT);
        assertThat(page(ERIN, "/help/shortcuts")).contains("They are off for you");
    }

    @Test
    void they_can_be_turned_off_again() throws Exception {
        choose(NOAH, "on");
        choose(NOAH, "on");

        assertThat(choose(NOAH, "off")).hasStatus(HttpStatus.FOUND);

        assertThat(page(NOAH, "/contracts")).doesNotContain(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "ON", "true"})
    void what_is_neither_on_nor_off_is_refused_and_changes_nothing(String bad) throws Exception {
        choose(NOAH, "on");

        MvcTestResult refused = choose(NOAH, bad);

        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose whether single keys act.", "id=\"keys-problem\"", "<title>Error: ");
        assertThat(page(NOAH, "/contracts")).contains(SCRIPT);
    }

    @Test
    void nobody_chooses_without_a_sign_in_or_from_another_site() {
        assertThat(mvc.post().uri("/account/shortcuts").param("keys", "on").with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/account/shortcuts").param("keys", "on").with(People.signedInAs(NOAH)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(users(NOAH)).isZero();
    }

    @Test
    void whoever_has_not_signed_in_reads_which_keys_there_are() {
        assertThat(mvc.get().uri("/help/shortcuts"))
                .hasStatusOk()
                .bodyText()
                .contains("until you have signed in", "need JavaScript")
                .doesNotContain(SCRIPT);
    }

    @Test
    void the_choice_goes_with_a_person_who_is_erased() {
        Actor leaver = new Actor("leaver-" + UUID.randomUUID(), "Lee Aver", Set.of(Role.EMPLOYEE));
        keys.choose(leaver, true);
        assertThat(users(leaver.username())).isOne();

        kept.forEach(one -> one.forget(leaver.username()));

        assertThat(users(leaver.username())).isZero();
    }

    private int users(String person) {
        return database.sql("select count(*) from access.key_user where username = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult choose(String person, String keys) {
        return mvc.post()
                .uri("/account/shortcuts")
                .param("keys", keys)
                .with(People.signedInAs(person))
                .with(csrf())
                .exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
