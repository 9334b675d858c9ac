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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has no part in a concern learns by the API nothing of it: no list, number, tag or refusal tells it from one that is not there. */
@IntegrationTest
class ConcernsByApiRefusedIT {

    private static final String CONCERNS = "/api/concerns";
    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final List<String> ACTS = List.of(
            "/messages",
            "/withdrawal",
            "/acknowledgement",
            "/answer",
            "/questions/1/pass-on",
            "/questions/1/turn-back",
            "/questions/1/release",
            "/questions/1/answer",
            "/findings",
            "/measures",
            "/release",
            "/outcome",
            "/recusal",
            "/meetings",
            "/meetings/offer",
            "/meetings/outcome",
            "/appeal",
            "/appeal/ruling",
            "/check-ins",
            "/legal-hold",
            "/legal-hold/confirmation",
            "/legal-hold/end",
            "/openings",
            "/openings/" + UUID.randomUUID() + "/confirmation",
            "/openings/" + UUID.randomUUID() + "/consent",
            "/openings/" + UUID.randomUUID() + "/refusal");

    private final ApiCalls api;
    private final RegisteringContracts registering;
    private final JdbcClient database;
    private final String text = "Only for some. " + UUID.randomUUID();

    @Autowired
    ConcernsByApiRefusedIT(Environment settings, RegisteringContracts registering, JdbcClient database) {
        this.database = database;
        this.api = new ApiCalls(settings);
        this.registering = registering;
    }

    @Test
    void a_concern_of_somebody_else_and_one_that_does_not_exist_get_the_same_answer_to_everything() {
        String theirs = filed("OPEN", List.of());
        String none = CONCERNS + "/" + UUID.randomUUID();

        for (String person : List.of("noah.kim", "george.tan", "fatima.noor", "sofia.marin")) {
            assertThat(seen(api.get(person, theirs))).isEqualTo(seen(api.get(person, none)));
            assertThat(api.get(person, theirs).status()).isEqualTo(404);
            assertThat(api.get(person, theirs).tag()).isEmpty();
            for (String act : ACTS) {
                for (String[] seen : new String[][] {{}, {"If-Match", "*"}}) {
                    Answer refused = api.post(person, theirs + act, body(act), seen);
                    assertThat(refused.status()).as(person + act).isIn(403, 404);
                    assertThat(seen(refused))
                            .as(person + act)
                            .isEqualTo(seen(api.post(person, none + act, body(act), seen)));
                }
            }
        }
    }

    @Test
    void it_is_kept_by_the_api_from_whom_its_filer_excluded_and_the_board_committee_handles_it() {
        String path = filed("OPEN", List.of(OLGA));

        assertThat(api.get(OLGA, path).status()).isEqualTo(404);
        assertThat(list(OLGA, "/handled")).doesNotContain(id(path));
        assertThat(api.post(OLGA, path + "/acknowledgement", Map.of(), "If-Match", "*")
                        .status())
                .isEqualTo(404);
        assertThat(list("george.tan", "/handled")).contains(id(path));
        assertThat(api.get("george.tan", path).body().path("text").asString()).isEqualTo(text);
    }

    @Test
    void the_account_owner_of_the_contract_reads_none_about_it() {
        String contract = registering
                .register(RegisteredContracts.aDraft("Owner " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA)
                .id()
                .toString();
        Map<String, Object> concern = whole("OPEN", List.of());
        concern.put("contract", contract);
        String path = location(api.post(ERIN, CONCERNS, concern));

        assertThat(api.get("sofia.marin", path).status()).isEqualTo(404);
        assertThat(list("sofia.marin", "")).doesNotContain(id(path));
        assertThat(api.get("sofia.marin", CONCERNS + "/handled").status()).isEqualTo(403);
    }

    @Test
    void the_name_of_a_confidential_filer_stands_in_no_answer_to_those_who_handle_it() {
        String path = filed("CONFIDENTIAL", List.of());

        Answer read = api.get(OLGA, path);
        Answer state = api.change(OLGA, path, path + "/acknowledgement", Map.of());

        assertThat(read.body().path("text").asString()).isEqualTo(text);
        assertThat(read.body().at("/forHandlers/filer").isNull()).isTrue();
        for (Answer answer : List.of(read, state, api.get(OLGA, path), api.get(OLGA, CONCERNS + "/handled"))) {
            assertThat(answer.raw().body() + answer.raw().headers().map()).doesNotContain("Erin", ERIN, "erin");
        }
        assertThat(list(OLGA, "/handled")).doesNotContain("Erin", ERIN);
        assertThat(state.raw().body()).doesNotContain(text);
    }

    @Test
    void lists_hold_no_text_and_no_name_and_roles_without_a_part_get_none() {
        String path = filed("OPEN", List.of());

        assertThat(list(ERIN, "")).contains(id(path)).doesNotContain(text, "Erin", ERIN);
        assertThat(list(OLGA, "/handled")).contains(id(path)).doesNotContain(text, "Erin", ERIN);
        assertThat(list("noah.kim", "")).doesNotContain(id(path));
        assertThat(list("fatima.noor", "/handled")).doesNotContain(id(path));
        for (String person : List.of(ERIN, "dana.whitfield", "august.lund")) {
            assertThat(api.get(person, CONCERNS + "/handled").status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(api.get(ERIN, path).tag()).isNotEqualTo(api.get(OLGA, path).tag());
    }

    @Test
    void what_it_is_about_beside_contracts_is_named_by_kind_and_code_and_kept_from_whoever_runs_it() {
        Map<String, Object> concern = whole("OPEN", List.of());
        concern.put("matter", Map.of("kind", "PROCESS", "code", "NOBODY"));
        Answer refused = api.post(ERIN, CONCERNS, concern);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.raw().body()).contains("There is no such capability", "matter");

        concern.put("matter", Map.of("kind", "PROCESS", "code", "CONCERNS"));
        String path = location(api.post(ERIN, CONCERNS, concern));

        assertThat(api.get(ERIN, path).body().at("/matter/code").asString()).isEqualTo("CONCERNS");
        assertThat(api.get(OLGA, path).status()).as("runs it").isEqualTo(404);
        assertThat(api.get("george.tan", path).body().at("/matter/kind").asString())
                .isEqualTo("PROCESS");
    }

    @Test
    void nobody_handles_their_own() {
        String path = filed("OPEN", List.of());

        for (String act : List.of("/acknowledgement", "/answer", "/questions/1/pass-on")) {
            assertThat(api.change(ERIN, path, path + act, body(act)).status())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(api.change(ERIN, path, path + "/withdrawal", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void the_read_of_whoever_handles_it_stands_in_the_trail_and_that_of_its_filer_does_not() {
        String path = filed("CONFIDENTIAL", List.of());

        api.get(ERIN, path);
        assertThat(trail(path)).isEmpty();
        api.get(OLGA, path);
        assertThat(trail(path)).containsExactly("/api/concerns/{id} " + OLGA);
    }

    private List<String> trail(String path) {
        return database.sql(
                        """
                select a.route || ' ' || p.actor from record.access_entry a join record.access_person p on p.n = a.n
                where a.subject = :id and a.refuses is null""")
                .param("id", id(path))
                .query(String.class)
                .list();
    }

    private static Map<String, String> body(String act) {
        return switch (act) {
            case "/messages" -> Map.of("text", "A message.");
            case "/questions/1/turn-back" -> Map.of("reason", "It would tell who they are.");
            case "/answer" ->
                Map.of(
                        "considered",
                        "x",
                        "decision",
                        "x",
                        "article",
                        "x",
                        "effect",
                        "x",
                        "appeal",
                        "x",
                        "cause",
                        "OTHER");
            default -> Map.of();
        };
    }

    /** What somebody gets to see, without ids. */
    private static String seen(Answer answer) {
        return answer.toString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    private String list(String person, String which) {
        return ConcernHands.everyPage(api, person, CONCERNS + which);
    }

    private String filed(String mode, List<String> excluded) {
        return location(api.post(ERIN, CONCERNS, whole(mode, excluded)));
    }

    private Map<String, Object> whole(String mode, List<String> excluded) {
        return new HashMap<>(Map.of("mode", mode, "topic", "END_USE", "text", text, "excluded", excluded));
    }

    private static String location(Answer filed) {
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        return filed.raw().headers().firstValue("Location").orElseThrow();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
