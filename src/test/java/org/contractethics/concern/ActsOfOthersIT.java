package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the database refuses of acts on a concern, whatever the application says. */
@IntegrationTest
class ActsOfOthersIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String EXCLUDED = "paul.nguyen";
    private static final String REASON = "'A court asks for it in a case that is pending.'";

    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final JdbcClient database;
    private final String id = UUID.randomUUID().toString();

    @Autowired
    ActsOfOthersIT(MockMvcTester mvc, RegisteringContracts registering, JdbcClient database) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.database = database;
    }

    @BeforeEach
    void a_concern_about_a_contract_of_sofia_is_kept_from_paul() {
        String contract = registering
                .register(RegisteredContracts.aDraft("Acts on " + id), "FORM", RegisteredContracts.SOFIA)
                .id()
                .toString();
        sent(hands.post("/concerns", ERIN, form(id, Map.of("contract", contract))));
        TableOwner.executes(
                "insert into concern.exclusion (concern, username) values ('%s', '%s')".formatted(id, EXCLUDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sofia.marin", EXCLUDED})
    void whom_it_is_kept_from_answers_writes_meets_and_holds_nothing(String person) {
        for (String act : new String[] {
            "answer (concern, officer, answered_on) values ('%s', '%s', current_date)",
            "message (concern, number, by, officer, sent_on) values ('%s', 1, 'OFFICER', '%s', current_date)",
            "meeting_act (concern, number, act, officer, said, done_on) values ('%s', 1, 'OFFERED', '%s', '\\x00', current_date)",
            "legal_hold (concern, asked_by, id, reason, asked_on) values ('%s', '%s', gen_random_uuid(), " + REASON
                    + ", current_date)"
        }) {
            refused("insert into concern." + act.formatted(id, person), "kept from that person");
        }
        database.sql("insert into concern.legal_hold (concern, asked_by, id, reason, asked_on) values (:id::uuid, '"
                        + OLGA + "', gen_random_uuid(), " + REASON + ", current_date)")
                .param("id", id)
                .update();
        for (String change : new String[] {"confirmed", "lifted"}) {
            refused(
                    "update concern.legal_hold set %1$s_by = '%2$s', %1$s_on = current_date where concern = '%3$s'"
                            .formatted(change, person, id),
                    "kept from that person");
        }
    }

    @Test
    void nobody_answers_or_appeals_about_what_was_withdrawn() {
        answered();
        String withdrawn = id;
        sent(hands.post("/concerns/" + withdrawn + "/withdraw", ERIN, Map.of()));

        refused(appeal("current_date"), "nobody appeals about a withdrawn concern");
        refused(
                "insert into concern.answer (concern, officer, answered_on) values ('%s', '%s', current_date)"
                        .formatted(withdrawn, OLGA),
                "nobody answers a withdrawn concern");
        assertThat(hands.post("/concerns/" + withdrawn + "/appeal", ERIN, Map.of("appeal-text", "Too late.")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("You withdrew this concern");
    }

    @Test
    void an_appeal_comes_in_time_and_is_not_purged_before_its_ruling() {
        answered();
        refused(appeal("current_date + 61"), "the time to appeal is over");
        sent(hands.post("/concerns/" + id + "/appeal", ERIN, Map.of("appeal-text", "New facts.")));

        refused("select concern.purge('" + id + "', 'ANSWERED', current_date)", "waits for its ruling");
    }

    private void answered() {
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        hands.close(id, OLGA);
    }

    private String appeal(String day) {
        return "insert into concern.appeal (concern, reasons, filed_on, decide_by) values ('%1$s', '\\x00', %2$s, %2$s + 30)"
                .formatted(id, day);
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> database.sql(statement).update()).as(statement).hasStackTraceContaining(why);
    }
}
