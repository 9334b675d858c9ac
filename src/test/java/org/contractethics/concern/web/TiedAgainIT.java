package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.TiedConcern.AGAIN;
import static org.contractethics.concern.web.TiedConcern.ERIN;
import static org.contractethics.concern.web.TiedConcern.OLGA;
import static org.contractethics.concern.web.TiedConcern.WHY;

import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A tie of a concern to a contract is made on its page with a reason, and made again where undoing it was wrong: server and database. */
@IntegrationTest
class TiedAgainIT {

    private static final String TIE =
            "insert into concern.tied_contract values (:concern, :contract, '%s', current_date, %d, %s)";
    private static final String UNDOING =
            """
            insert into concern.undone_tie
                (id, concern, contract, because, asked_by, asked_on, undone_on, number, request)
            select gen_random_uuid(), :concern, :contract, :why, 'olga.petrova', current_date, current_date, %1$d, count(*) + 1
            from concern.undone_tie where concern = :concern and contract = :contract and number = %1$d""";

    private final TiedConcern concern;
    private final ApiCalls api;

    TiedAgainIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Environment settings,
            @Autowired JdbcClient jdbc) {
        this.concern = new TiedConcern(mvc, registering, jdbc);
        this.api = new ApiCalls(settings);
    }

    @Test
    void whoever_handles_it_ties_it_on_its_page_which_says_what_that_does() {
        assertThat(concern.page())
                .contains(
                        "Contracts it is tied to",
                        "By itself this concern is about no contract.",
                        "whoever had a hand in the contract is kept from it");
        assertThat(body(concern.hands.get("/concerns/" + concern.id, ERIN))).doesNotContain("Tie it to a contract");
        assertThat(concern.tie(OLGA, "Too short."))
                .hasStatus(422)
                .bodyText()
                .contains("why the concern is about this contract", "Too short.", concern.contract.reference());
        assertThat(concern.hands.post(concern.ties, OLGA, Map.of("tie-contract", "C-0", "tie-because", AGAIN)))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reference of a contract as its page has it", AGAIN);
        assertThat(concern.tie(ERIN, AGAIN)).hasStatus(403);
        assertThat(concern.tie("fatima.noor", AGAIN)).hasStatus(404);
        assertThat(concern.tie("george.tan", AGAIN)).as("does not handle it").hasStatus(404);
        assertThat(concern.caseOf("noah.kim")).contains("No open concern.");

        sent(concern.tie(OLGA, AGAIN));

        assertThat(concern.caseOf("noah.kim")).contains("1 open concern.");
        assertThat(concern.caseOf("sofia.marin")).contains("are not told whether there are concerns");
        assertThat(concern.page()).contains(concern.contract.reference(), AGAIN);
        assertThat(concern.entries()).contains("concern-tied");
        assertThat(concern.tie(OLGA, AGAIN)).hasStatus(409).bodyText().contains("tied to that contract already", AGAIN);
        concern.refused(TIE.formatted(OLGA, 2, ":why"), "one open tie to a contract at a time");
        concern.refused(TIE.formatted(OLGA, 1, "null"), "tied_contract_pkey");
    }

    @Test
    void the_record_knows_the_concern_before_it_is_tied_with_a_measure() {
        sent(concern.hold());

        assertThat(concern.entries()).containsSubsequence("concern-filed", "concern-tied", "concern-measure-taken");
    }

    @Test
    void a_tie_that_was_undone_is_made_again_and_the_undone_one_stays() {
        sent(concern.tie(OLGA, AGAIN));
        sent(concern.undo(OLGA));
        assertThat(concern.caseOf("noah.kim")).contains("No open concern.");
        concern.refused(TIE.formatted("sofia.marin", 2, ":why"), "kept from that person");
        concern.refused(TIE.formatted(OLGA, 2, "null"), "made_again_with_a_reason");
        concern.refused(TIE.formatted(OLGA, 3, ":why"), "one open tie to a contract at a time");
        concern.refused(UNDOING.formatted(1), "one_undoing_of_a_tie");
        assertThat(concern.hold()).hasStatus(409).bodyText().contains("Tie it again first");

        sent(concern.tie(OLGA, AGAIN));

        assertThat(concern.caseOf("noah.kim")).contains("1 open concern.");
        assertThat(concern.caseOf("dana.whitfield")).contains("It was found to be about this contract, too.");
        assertThat(concern.caseOf("sofia.marin")).contains("are not told whether there are concerns");
        assertThat(concern.page()).contains("Undone, because:", WHY, "tied again", AGAIN);
        assertThat(concern.entries().stream().filter("concern-tied"::equals)).hasSize(2);
        sent(concern.hold());
        assertThat(concern.undo(OLGA)).hasStatus(409).bodyText().contains("The signature is held");
        concern.refused(UNDOING.formatted(2), "is ended before its tie is undone");
    }

    @Test
    void it_is_undone_again_and_each_time_the_people_of_the_contract_lose_their_key() {
        sent(concern.tie(OLGA, AGAIN));
        sent(concern.undo(OLGA));
        concern.jdbc
                .sql(
                        """
                        insert into review.review (id, contract_id, submitter, account_team, opened_at, pass,
                            document_set_hash, contract_version, intake, closed_at)
                        values (gen_random_uuid(), :contract, 'sofia.marin', array['olga.petrova'], now(), 1,
                            repeat('0', 64), 1, '{}', now())""")
                .param("contract", concern.contract.id().value())
                .update();
        assertThat(keys()).as("while it is not about that contract").contains(OLGA);
        assertThat(concern.tie(OLGA, AGAIN))
                .hasStatus(409)
                .bodyText()
                .contains("You had a hand in this contract", AGAIN);
        concern.refused(TIE.formatted(OLGA, 2, ":why"), "kept from that person");

        concern.jdbc.sql(concern.filled(TIE.formatted("george.tan", 2, ":why"))).update();

        assertThat(keys()).doesNotContain(OLGA);
        assertThat(concern.hands.get("/concerns/" + concern.id, OLGA)).hasStatus(404);
    }

    @Test
    void what_was_answered_or_withdrawn_is_tied_to_nothing() {
        concern.hands.acknowledgeAndAsk(concern.id, OLGA);
        concern.hands.close(concern.id, OLGA);

        assertThat(concern.page()).doesNotContain("Tie it to a contract");
        assertThat(concern.tie(OLGA, AGAIN)).hasStatus(409).bodyText().contains("Only an open concern");
        concern.refused(TIE.formatted(OLGA, 1, ":why"), "only an open concern");
    }

    @Test
    void programs_tie_it_by_the_api_and_read_each_tie() {
        String path = "/api/concerns/" + concern.id;
        Answer wrong = api.change(OLGA, path, path + "/ties", Map.of("contract", "C-0", "reason", AGAIN));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("fields").findValuesAsString("field")).containsExactly("contract");
        Map<String, String> request = Map.of("contract", concern.contract.reference(), "reason", AGAIN);
        assertThat(api.post(OLGA, path + "/ties", request).status()).isEqualTo(428);
        assertThat(api.change(OLGA, path, path + "/ties", request).status()).isEqualTo(200);
        assertThat(api.change(OLGA, path, path + "/ties", request).status()).isEqualTo(409);
        sent(concern.undo(OLGA));

        assertThat(api.change(OLGA, path, path + "/ties", request).status()).isEqualTo(200);

        var ties = api.get(OLGA, path).body().at("/proceedings/ties");
        assertThat(ties.findValuesAsString("number")).containsExactly("1", "2");
        assertThat(ties.findValuesAsString("tiedBecause")).containsExactly(AGAIN, AGAIN);
        assertThat(ties.path(0).path("because").asString()).isEqualTo(WHY);
        assertThat(ties.path(1).path("undoneOn").isNull()).isTrue();
    }

    private List<String> keys() {
        return concern.jdbc
                .sql("select recipient from concern.key_wrap where concern = :id::uuid")
                .param("id", concern.id)
                .query(String.class)
                .list();
    }
}
