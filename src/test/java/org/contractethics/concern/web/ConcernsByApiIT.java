package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Concerns by calls of the API: filed, followed and handled by the rules of the pages. */
@IntegrationTest
class ConcernsByApiIT {

    private static final String CONCERNS = "/api/concerns";
    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final Map<String, String> REPLY = Map.of(
            "considered", "Facts.",
            "decision", "Nothing changes.",
            "article", "ICCPR art. 17",
            "effect", "None.",
            "appeal", "To the board committee.",
            "cause", "OTHER");

    private final ApiCalls api;
    private final RegisteringContracts registering;
    private final JdbcClient database;
    private final String text = "I fear for children. " + UUID.randomUUID();

    @Autowired
    ConcernsByApiIT(Environment settings, RegisteringContracts registering, JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.registering = registering;
        this.database = database;
    }

    @Test
    void a_concern_is_filed_acknowledged_discussed_and_answered() {
        ContractId contract = contract();
        String path = filed(Map.of("contract", contract.toString(), "rights", List.of("R05"), "clause", "7.2"));

        assertThat(ConcernHands.everyPage(api, ERIN, CONCERNS)).contains(id(path));
        assertThat(ConcernHands.everyPage(api, OLGA, CONCERNS + "/handled")).contains(id(path));
        JsonNode handled = api.get(OLGA, path).body();
        assertThat(handled.path("handling").asBoolean()).isTrue();
        assertThat(handled.path("text").asString()).isEqualTo(text + "\n\nClause: 7.2");
        assertThat(handled.at("/contract/id").asString()).isEqualTo(contract.toString());
        assertThat(handled.at("/forHandlers/filer").asString()).isEqualTo("Erin Walsh");

        assertThat(state(api.change(OLGA, path, path + "/acknowledgement", Map.of())))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(state(api.change(OLGA, path, path + "/messages", Map.of("text", "Which module is it?"))))
                .isEqualTo("IN_FOLLOW_UP");
        assertThat(state(api.change(ERIN, path, path + "/messages", Map.of("text", "The matching."))))
                .isEqualTo("IN_FOLLOW_UP");
        assertThat(state(api.change(OLGA, path, path + "/answer", REPLY))).isEqualTo("ANSWERED");

        JsonNode read = api.get(ERIN, path).body();
        assertThat(read.path("handling").asBoolean()).isFalse();
        assertThat(read.path("messages").findValuesAsString("text"))
                .containsExactly("Which module is it?", "The matching.");
        assertThat(read.at("/answer/decision").asString()).isEqualTo("Nothing changes.");
        assertThat(read.path("forHandlers").isNull()).isTrue();
        assertThat(read.toString()).doesNotContain("\"cause\"");
    }

    @Test
    void a_key_files_once_for_good_and_another_concern_needs_another() {
        String key = UUID.randomUUID().toString();
        List<String> headers = List.of("Idempotency-Key", key);

        Answer first = api.send(ERIN, "POST", CONCERNS, whole(Map.of()), headers);
        Answer again = api.send(ERIN, "POST", CONCERNS, whole(Map.of()), headers);
        Answer other = api.send(ERIN, "POST", CONCERNS, whole(Map.of("text", "Something else.")), headers);
        Answer byOther = api.send("noah.kim", "POST", CONCERNS, whole(Map.of()), headers);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("detail").asString()).contains("Send this one with a new key.");
        assertThat(byOther.status()).isEqualTo(201);
        assertThat(location(byOther)).isNotEqualTo(location(first));
        assertThat(api.get(ERIN, location(byOther)).status()).isEqualTo(404);
        assertThat(api.send(ERIN, "POST", CONCERNS, whole(Map.of()), List.of()).status())
                .isEqualTo(400);
    }

    @Test
    void nothing_is_kept_beside_the_name_of_whoever_sends_it() {
        int before = kept();
        String path = filed(Map.of("mode", "CONFIDENTIAL"));
        api.change(ERIN, path, path + "/messages", Map.of("text", "More of it."));

        assertThat(kept()).isEqualTo(before);
    }

    /** Answers that are kept under keys of the filer. */
    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username = :erin")
                .param("erin", ERIN)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_change_names_what_was_seen_and_is_not_done_twice() {
        String path = filed(Map.of());
        String seen = api.get(ERIN, path).tag();

        assertThat(api.post(ERIN, path + "/messages", Map.of("text", "One.")).status())
                .isEqualTo(428);
        assertThat(api.post(ERIN, path + "/messages", Map.of("text", "One."), "If-Match", seen)
                        .status())
                .isEqualTo(200);
        assertThat(api.post(ERIN, path + "/messages", Map.of("text", "One."), "If-Match", seen)
                        .status())
                .isEqualTo(412);
        assertThat(api.get(ERIN, path).body().path("messages")).hasSize(1);
        assertThat(api.change(OLGA, path, path + "/answer", REPLY).status()).isEqualTo(409);
        assertThat(state(api.change(OLGA, path, path + "/acknowledgement", Map.of())))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(api.change(OLGA, path, path + "/acknowledgement", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void what_is_missing_or_wrong_is_said_beside_its_field() {
        Answer empty = api.post(ERIN, CONCERNS, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("fields").findValuesAsString("field")).contains("topic", "text", "mode");
        Answer wrong = api.post(
                ERIN,
                CONCERNS,
                whole(Map.of(
                        "mode", "ANONYMOUS",
                        "agency", "No such agency " + UUID.randomUUID(),
                        "rights", List.of("R99"),
                        "about", List.of("Nobody Of This Name"),
                        "excluded", List.of("no.officer"))));
        assertThat(wrong.body().path("fields").findValuesAsString("field"))
                .as(wrong.toString())
                .contains("mode", "agency", "rights", "about", "excluded");
        assertThat(api.post(
                                ERIN,
                                CONCERNS,
                                whole(Map.of("contract", UUID.randomUUID().toString())))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(ERIN, CONCERNS, whole(Map.of("status", "ANSWERED"))).status())
                .isEqualTo(400);

        String path = filed(Map.of());
        api.change(OLGA, path, path + "/acknowledgement", Map.of());
        Map<String, String> reply = new HashMap<>(REPLY);
        reply.remove("cause");
        Answer refused = api.change(OLGA, path, path + "/answer", reply);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo("cause");
        assertThat(api.change(ERIN, path, path + "/messages", Map.of("text", " "))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void its_filer_alone_takes_it_back_and_then_nothing_is_left_to_read() {
        String path = filed(Map.of());

        assertThat(api.change(OLGA, path, path + "/withdrawal", Map.of()).status())
                .isEqualTo(404);
        assertThat(api.change(ERIN, path, path + "/withdrawal", Map.of())
                        .body()
                        .path("withdrawnOn")
                        .isNull())
                .isFalse();

        for (String person : List.of(ERIN, OLGA)) {
            JsonNode left = api.get(person, path).body();
            assertThat(left.path("text").asString()).isEmpty();
            assertThat(left.toString()).doesNotContain(text, "Erin Walsh", ERIN);
        }
        assertThat(api.change(ERIN, path, path + "/withdrawal", Map.of()).status())
                .isEqualTo(409);
        assertThat(api.change(ERIN, path, path + "/messages", Map.of("text", "Too late."))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void an_answered_concern_that_is_withdrawn_is_withdrawn_and_answered_no_more() {
        String path = filed(Map.of());
        for (String act : List.of("/acknowledgement", "/answer")) {
            assertThat(api.change(OLGA, path, path + act, act.equals("/answer") ? REPLY : Map.of())
                            .status())
                    .as(act)
                    .isEqualTo(200);
        }
        assertThat(api.get(ERIN, path).body().path("status").asString()).isEqualTo("ANSWERED");

        JsonNode withdrawn =
                api.change(ERIN, path, path + "/withdrawal", Map.of()).body();

        assertThat(withdrawn.path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.path("answeredOn").isNull()).isFalse();
        for (String person : List.of(ERIN, OLGA)) {
            JsonNode left = api.get(person, path).body();
            assertThat(left.path("status").asString()).isEqualTo("WITHDRAWN");
            assertThat(left.path("answer").isNull()).isTrue();
        }
        assertThat(api.change(ERIN, path, path + "/withdrawal", Map.of()).status())
                .isEqualTo(409);
    }

    private String filed(Map<String, Object> changed) {
        Answer filed = api.post(ERIN, CONCERNS, whole(changed));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        return location(filed);
    }

    private Map<String, Object> whole(Map<String, Object> changed) {
        Map<String, Object> whole = new HashMap<>(Map.of("mode", "OPEN", "topic", "END_USE", "text", text));
        whole.putAll(changed);
        return whole;
    }

    private ContractId contract() {
        return registering
                .register(RegisteredContracts.aDraft("By API " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA)
                .id();
    }

    private static String location(Answer answer) {
        return answer.raw().headers().firstValue("Location").orElseThrow();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String state(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.tag()).isNotEmpty();
        return answer.body().path("status").asString();
    }
}
