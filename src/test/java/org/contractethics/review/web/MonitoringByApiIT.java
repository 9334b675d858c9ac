package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S11 by calls of the API: incidents and limits of visibility, by the rules of the pages. */
@IntegrationTest
class MonitoringByApiIT {

    private static final Map<String, Object> NEWS = Map.of(
            "kind", "PRESS",
            "happenedOn", "2026-01-05",
            "source", "A newspaper of 5 January",
            "reliability", "B",
            "account", "Field offices traced families.");

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final RegisteringContracts registering;
    private final JdbcClient database;

    @Autowired
    MonitoringByApiIT(
            Environment settings,
            MockMvcTester mvc,
            BegunReviews begun,
            RegisteringContracts registering,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.begun = begun;
        this.registering = registering;
        this.database = database;
    }

    @Test
    void what_became_known_and_what_cannot_be_seen_is_kept_and_read() throws Exception {
        String contract = "/api/contracts/" + begun.signed(mvc, "paul.nguyen", true).contract;

        incidents(contract + "/incidents");
        limits(contract + "/visibility-limits");
    }

    private void incidents(String incidents) {
        refusals(incidents);
        Answer recorded = api.post("dana.whitfield", incidents, NEWS);
        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
        assertThat(recorded.raw().headers().firstValue("Location")).hasValue(incidents);
        assertThat(api.get("mona.keller", incidents).body().get(0)).isEqualTo(recorded.body());
        assertThat(api.get("erin.walsh", incidents).status()).isEqualTo(404);
    }

    private void refusals(String incidents) {
        for (String person : List.of("tom.lindqvist", "ruth.castillo", "august.lund")) {
            assertThat(api.post(person, incidents, NEWS).status()).as(person).isEqualTo(403);
        }
        Map<String, Object> misspelt = new HashMap<>(NEWS);
        misspelt.put("sources", "Another");
        assertThat(api.post("mona.keller", incidents, misspelt).status()).isEqualTo(400);
        Map<String, Object> wrong = new HashMap<>(NEWS);
        wrong.put("happenedOn", "2999-01-01");
        wrong.remove("reliability");
        Answer refused = api.post("mona.keller", incidents, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString())
                .contains("\"field\":\"happenedOn\"", "\"field\":\"reliability\"");
    }

    private void limits(String limits) {
        Map<String, String> statement = Map.of("statement", "A closed network without logs.");
        assertThat(api.post("mona.keller", limits, statement).status()).isEqualTo(428);
        assertThat(api.change("priya.raman", limits, limits, statement).status())
                .isEqualTo(403);
        assertThat(api.change("mona.keller", limits, limits, Map.of("statment", "x"))
                        .status())
                .isEqualTo(400);
        Answer empty = api.change("mona.keller", limits, limits, Map.of("statement", " "));
        assertThat(empty.body().at("/fields/0/field").asString())
                .as(empty.toString())
                .isEqualTo("statement");
        Answer seen = api.get("peter.sandoval", limits);
        Answer stated = api.change("mona.keller", limits, limits, statement);
        assertThat(stated.status()).as(stated.toString()).isEqualTo(200);
        assertThat(stated.body().at("/statements/0/version").asInt()).isEqualTo(1);
        assertThat(api.post("peter.sandoval", limits, statement, "If-Match", seen.tag())
                        .status())
                .as("on what was seen before")
                .isEqualTo(412);
        assertThat(api.change("peter.sandoval", limits, limits, Map.of("statement", "Nothing is hidden now."))
                        .body()
                        .at("/statements/1/statement")
                        .asString())
                .as("the statement before stays readable")
                .isEqualTo("A closed network without logs.");
        assertThat(api.get("erin.walsh", limits).status()).isEqualTo(404);
    }

    /** Whoever declared an interest in the contract watches nothing of it. */
    @Test
    void who_declared_an_interest_is_refused_by_rule() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        String contract = "/api/contracts/" + signed.contract;
        recuse(signed, "helen.okafor");
        recuse(signed, "peter.sandoval");

        Answer incident = api.post("helen.okafor", contract + "/incidents", NEWS);
        assertThat(incident.status()).as(incident.toString()).isEqualTo(403);
        assertThat(incident.rule()).isEqualTo("H2");
        String limits = contract + "/visibility-limits";
        Answer statement = api.change("peter.sandoval", limits, limits, Map.of("statement", "Nothing"));
        assertThat(statement.status()).as(statement.toString()).isEqualTo(403);
        assertThat(statement.rule()).isEqualTo("H2");
    }

    @Test
    void nothing_is_watched_of_a_contract_that_was_never_signed() {
        ContractId never = registering
                .register(RegisteredContracts.aDraft("Never signed"), "FORM", RegisteredContracts.SOFIA)
                .id();
        String limits = "/api/contracts/" + never + "/visibility-limits";

        assertThat(api.post("mona.keller", "/api/contracts/" + never + "/incidents", NEWS)
                        .status())
                .isEqualTo(409);
        assertThat(api.change("mona.keller", limits, limits, Map.of("statement", "Nothing"))
                        .status())
                .isEqualTo(409);
    }

    private void recuse(SignedContract signed, String person) {
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, :person, 'VOTE', 'SHARES', now())
                        """)
                .param("review", signed.review.value())
                .param("person", person)
                .update();
    }
}
