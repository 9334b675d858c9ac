package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.TableOwner;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A tie of a concern to a contract that was wrong is undone with a reason, by two where something was done: in server and database. */
@IntegrationTest
class UndoneTieIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String WHY = "Another contract of the same agency was meant.";

    private final ConcernHands hands;
    private final ApiCalls api;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final Contract contract;
    private final String undo;

    UndoneTieIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Environment settings,
            @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.api = new ApiCalls(settings);
        this.jdbc = jdbc;
        this.contract =
                registering.register(RegisteredContracts.aDraft("Tied " + id), "FORM", RegisteredContracts.SOFIA);
        this.undo = "/concerns/" + id + "/ties/" + contract.id() + "/undo";
    }

    @Test
    void a_tie_that_held_the_signature_is_undone_by_two_after_the_hold_was_released_by_its_own_act() {
        tied();
        assertThat(undo(OLGA, WHY))
                .hasStatus(409)
                .bodyText()
                .contains("The signature is held. End that first, by its own act.", WHY);
        refused(row(OLGA, "null", "null", 1), "is ended before its tie is undone");
        released();
        assertThat(undo(OLGA, "Too short."))
                .hasStatus(422)
                .bodyText()
                .contains("why the concern is not about this contract", "Too short.");
        refused(row(OLGA, "null", "current_date", 1), "undone by two people");
        refused(row(OLGA, "'" + GEORGE + "'", "current_date", 1), "begins as a request");
        refused(row("sofia.marin", "'" + GEORGE + "'", "current_date", 1), "begins as a request");
        sent(undo(OLGA, WHY));
        assertThat(undo(OLGA, WHY)).hasStatus(409).bodyText().contains("asked for already");
        assertThat(caseOf("noah.kim")).as("nobody said yes").contains("1 open concern.");
        assertThat(hands.post(undo + "/confirm", OLGA, Map.of()))
                .as("who asked")
                .hasStatus(403);
        refused(confirmed(OLGA), "undone_tie");
        assertThat(body(hands.get("/concerns", GEORGE))).contains(WHY, "Confirm that it is undone");
        assertThat(body(hands.get("/concerns", OLGA))).doesNotContain("Confirm that it is undone");

        sent(hands.post(undo + "/confirm", GEORGE, Map.of()));

        assertThat(caseOf("noah.kim")).contains("No open concern.");
        assertThat(body(hands.get("/concerns/" + id, OLGA))).contains("Undone, because:", WHY, "The signature is held");
        assertThat(hands.get("/concerns/" + id, GEORGE))
                .as("the concern itself")
                .hasStatus(404);
        assertThat(entries()).contains("concern-tie-undoing-asked", "concern-tie-undone");
        assertThat(undo(OLGA, WHY)).hasStatus(409).bodyText().contains("not about this contract any more");
        assertThat(hold()).hasStatus(409).bodyText().contains("the tie was undone");
        assertThat(hands.post(undo + "/confirm", GEORGE, Map.of())).hasStatus(404);
        refused(
                "update concern.undone_tie set undone_on = null, confirmed_by = null where concern = '" + id + "'",
                "only confirmed, refused, taken back or lapsed, once");
        refused("delete from concern.undone_tie where concern = '" + id + "'", "permission denied");
    }

    @Test
    void where_nothing_was_done_one_person_undoes_it() {
        file();
        sent(hands.post("/concerns/" + id + "/ties", OLGA, tying()));
        assertThat(caseOf("noah.kim")).contains("1 open concern.");

        sent(undo(OLGA, WHY));

        assertThat(caseOf("noah.kim")).contains("No open concern.");
        assertThat(entries()).contains("concern-tie-undone").doesNotContain("concern-tie-undoing-asked");
    }

    @Test
    void strangers_people_of_the_contract_and_who_is_kept_from_it_undo_and_confirm_nothing() {
        tied();
        released();
        assertThat(undo(ERIN, WHY)).hasStatus(403);
        assertThat(undo("fatima.noor", WHY)).hasStatus(404);
        assertThat(undo(GEORGE, WHY)).as("he does not handle it").hasStatus(404);
        assertThat(hands.post(
                        "/concerns/" + id + "/ties/" + UUID.randomUUID() + "/undo", OLGA, Map.of("undo-because", WHY)))
                .hasStatus(404);
        refused(row("sofia.marin", "null", "null", 1), "kept from that person");
        sent(undo(OLGA, WHY));
        assertThat(hands.post(undo + "/confirm", "fatima.noor", Map.of())).hasStatus(404);
        refused(confirmed("sofia.marin"), "kept from that person");
        TableOwner.executes("insert into concern.recusal values ('" + id + "', '" + GEORGE
                + "', current_date, decode(repeat('00', 1072), 'hex'))");

        assertThat(hands.post(undo + "/confirm", GEORGE, Map.of())).hasStatus(404);
        refused(confirmed(GEORGE), "kept from that person");
        assertThat(body(hands.get("/concerns", GEORGE)))
                .doesNotContain(contract.id().toString());
    }

    @Test
    void programs_undo_and_confirm_by_the_api() {
        tied();
        released();
        String concern = "/api/concerns/" + id;
        String tie = concern + "/ties/" + contract.id();
        assertThat(api.get(GEORGE, tie).status()).isEqualTo(404);
        assertThat(api.change(OLGA, concern, tie + "/undoing", Map.of("reason", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(api.change(OLGA, concern, tie + "/undoing", Map.of("reason", WHY))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(GEORGE, "/api/concerns/ties").body().findValuesAsString("because"))
                .contains(WHY);
        assertThat(api.post(OLGA, tie + "/undoing/confirmation", null, "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(GEORGE, tie + "/undoing/confirmation", null).status())
                .isEqualTo(428);

        assertThat(api.change(GEORGE, tie, tie + "/undoing/confirmation", null).status())
                .isEqualTo(204);

        assertThat(api.get(OLGA, concern)
                        .body()
                        .at("/proceedings/ties/0/confirmedBy")
                        .asString())
                .isEqualTo(GEORGE);
        assertThat(api.get(ERIN, concern).body().at("/proceedings/ties")).isEmpty();
    }

    private void tied() {
        file();
        sent(hold());
    }

    private void file() {
        Map<String, String> form = ConcernHands.form(id, Map.of("matter", "CAPABILITY:BIOMETRIC_ID"));
        sent(hands.post("/concerns", ERIN, form));
    }

    private MvcTestResult hold() {
        return hands.post(
                "/concerns/" + id + "/measures",
                OLGA,
                new HashMap<>(Map.of(
                        "measure", "HOLD",
                        "measure-contract", contract.reference(),
                        "measure-because", "Families would be separated before the review.")));
    }

    private void released() {
        sent(hands.post(
                "/concerns/" + id + "/release",
                OLGA,
                Map.of("release-because", "It holds a contract that it is not about.")));
    }

    private MvcTestResult undo(String officer, String because) {
        return hands.post(undo, officer, Map.of("undo-because", because));
    }

    private String caseOf(String viewer) {
        return body(hands.get("/contracts/" + contract.id(), viewer));
    }

    private Map<String, String> tying() {
        return Map.of(
                "tie-contract",
                contract.reference(),
                "tie-because",
                "The agency runs the matching under this contract.");
    }

    private String row(String officer, String second, String undoneOn, int number) {
        return """
                insert into concern.undone_tie (id, concern, contract, because, asked_by, asked_on, confirmed_by,
                                                undone_on, number, last_day, request)
                select gen_random_uuid(), '%1$s', '%2$s', '%3$s', '%4$s', current_date, %5$s, %6$s::date, %7$d, current_date + 14,
                       count(*) + 1
                from concern.undone_tie where concern = '%1$s' and contract = '%2$s' and number = %7$d"""
                .formatted(id, contract.id(), WHY, officer, second, undoneOn, number);
    }

    private String confirmed(String second) {
        return "update concern.undone_tie set undone_on = current_date, confirmed_by = '" + second
                + "' where concern = '" + id + "'";
    }

    private List<String> entries() {
        return jdbc.sql("select kind from record.entry where position(:id in encode(body, 'escape')) > 0")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining(why);
    }
}
