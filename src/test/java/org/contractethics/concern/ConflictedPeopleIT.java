package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whom a concern is about, and who had a hand in its contract, never come near it: no list, no page, no count, no key (H13, S28, S29). */
@IntegrationTest
class ConflictedPeopleIT {

    private final ConcernHands hands;
    private final JdbcClient database;
    private final List<RecurringWork> recurring;
    private final RegisteringContracts registering;
    private final Concerns concerns;
    private final String id = UUID.randomUUID().toString();

    ConflictedPeopleIT(
            @Autowired MockMvcTester mvc,
            @Autowired JdbcClient database,
            @Autowired List<RecurringWork> recurring,
            @Autowired RegisteringContracts registering,
            @Autowired Concerns concerns) {
        this.hands = new ConcernHands(mvc);
        this.database = database;
        this.recurring = recurring;
        this.registering = registering;
        this.concerns = concerns;
    }

    @Test
    void whom_the_filer_names_is_kept_from_it_whatever_they_are_and_a_name_nobody_bears_is_said() {
        assertThat(hands.post("/concerns/new/check", "erin.walsh", form(id, Map.of("about", "Olga Petrovna"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Nobody called", "Olga Petrovna");
        assertThat(body(hands.post(
                        "/concerns/new/check", "erin.walsh", form(id, Map.of("about", "Olga Petrova\nruth.castillo")))))
                .contains("Kept from it", "ruth.castillo");
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("about", "Olga Petrova\nruth.castillo"))));

        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.everyPageOfTheList("olga.petrova", "all")).doesNotContain(id);
        assertThat(keys()).doesNotContain("olga.petrova");
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh"))).contains("Handled by");
        assertThatThrownBy(() -> giveKey("ruth.castillo")).hasMessageContaining("kept from that person");
    }

    @Test
    void whoever_comes_into_its_account_team_loses_the_key_and_gets_none_again() {
        UUID contract = aReviewedContract();
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("contract", contract.toString()))));
        assertThat(keys()).contains("olga.petrova");
        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatusOk();

        database.sql(
                        """
                        insert into review.review (id, contract_id, submitter, account_team, opened_at, pass, document_set_hash,
                            contract_version, intake, closed_at)
                        values (gen_random_uuid(), :contract, 'sofia.marin', array['olga.petrova'], now(), 1, repeat('0', 64), 1,
                            '{}', now())""")
                .param("contract", contract)
                .update();

        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(hands.get("/contracts/" + contract, "olga.petrova")))
                .contains("Account owners and their team are not told");
        recurring.forEach(RecurringWork::run);
        assertThat(keys()).doesNotContain("olga.petrova");
        assertThatThrownBy(() -> giveKey("olga.petrova")).hasMessageContaining("had a hand in the contract");
    }

    /** S28 */
    @Test
    void a_delegate_of_the_ombuds_with_a_hand_in_the_contract_gets_nothing_of_it() {
        Actor owner = new Actor("george.tan", "George Tan", Set.of(Role.SUBMITTER, Role.EMPLOYEE));
        String contract = registering
                .register(RegisteredContracts.aDraft("Checks at the border"), "FORM", owner)
                .id()
                .toString();
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of("contract", contract))));
        DayOfFiling.ends(database, id);
        concerns.announce();
        UUID absence = UUID.randomUUID();
        database.sql(
                        """
                        insert into review.absence (id, person, delegate, from_day, until_day, declared_at)
                        values (:id, 'olga.petrova', 'george.tan', current_date - 1, current_date + 1, now())""")
                .param("id", absence)
                .update();
        try {
            for (String list : List.of("/inbox", "/inbox/groups", "/audit?contract=" + contract)) {
                assertThat(body(hands.get(list, "george.tan"))).as(list).doesNotContain(id);
            }
            assertThat(hands.everyPageOfTheList("george.tan", "all")).doesNotContain(id);
            assertThat(hands.get("/concerns/" + id, "george.tan")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(hands.post("/concerns/" + id + "/acknowledge", "george.tan", Map.of()))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(keys()).doesNotContain("george.tan");
            assertThatThrownBy(() -> giveKey("george.tan")).hasMessageContaining("had a hand in the contract");
        } finally {
            database.sql("update review.absence set withdrawn_at = now() where id = :id")
                    .param("id", absence)
                    .update();
        }
    }

    private UUID aReviewedContract() {
        return registering
                .register(RegisteredContracts.aDraft("Checks at the border"), "FORM", RegisteredContracts.SOFIA)
                .id()
                .value();
    }

    private List<String> keys() {
        return database.sql("select recipient from concern.key_wrap where concern = :id::uuid")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private void giveKey(String person) {
        database.sql("insert into concern.key_wrap values (:id::uuid, 'HANDLING', :person, '\\x00')")
                .param("id", id)
                .param("person", person)
                .update();
    }
}
