package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is found, done, met about and ruled on in a concern, by calls of the API. */
@IntegrationTest
class ProceedingsByApiIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String WHY = "Because the module matches names of children with lists.";
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

    @Autowired
    ProceedingsByApiIT(Environment settings, RegisteringContracts registering, JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.registering = registering;
        this.database = database;
    }

    @Test
    void findings_are_recorded_in_versions_with_their_sources_and_only_what_the_answer_cites_is_for_the_filer() {
        String path = acknowledged("OPEN");
        Answer empty = api.change(OLGA, path, path + "/findings", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("fields").findValuesAsString("field"))
                .contains("claim", "result", "facts", "sources");

        String seen = api.get(OLGA, path).tag();
        done(api.post(OLGA, path + "/findings", finding(Map.of()), "If-Match", seen));
        assertThat(api.post(OLGA, path + "/findings", finding(Map.of()), "If-Match", seen)
                        .status())
                .as("sent again")
                .isEqualTo(412);
        done(act(OLGA, path, "/findings", finding(Map.of("allegation", 1, "result", "UNDETERMINED"))));
        assertThat(act(OLGA, path, "/findings", finding(Map.of("allegation", 7)))
                        .status())
                .as("an allegation that is none")
                .isEqualTo(404);
        assertThat(act(OLGA, path, "/findings", finding(Map.of("sources", sources(9))))
                        .status())
                .isEqualTo(422);

        JsonNode findings = proceedings(OLGA, path).path("findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).path("versions").findValuesAsString("result"))
                .containsExactly("UNDETERMINED", "ESTABLISHED");
        assertThat(proceedings(ERIN, path).toString()).doesNotContain(WHY);
        done(act(OLGA, path, "/answer", REPLY));
        JsonNode cited = proceedings(ERIN, path).path("answerRestsOn");
        assertThat(cited.findValuesAsString("facts")).containsExactly(WHY);
        assertThat(proceedings(ERIN, path).toString()).doesNotContain("Contract file");
    }

    @Test
    void a_measure_protects_the_contract_once_and_is_let_go_with_a_reason() {
        String path = acknowledged("CONFIDENTIAL");
        Answer unreasoned = act(OLGA, path, "/measures", Map.of("measure", "HOLD", "because", "Short."));
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(act(OLGA, path, "/release", Map.of("because", WHY)).status())
                .as("nothing is held")
                .isEqualTo(409);

        done(act(OLGA, path, "/measures", Map.of("measure", "HOLD", "because", WHY)));
        assertThat(act(OLGA, path, "/measures", Map.of("measure", "HOLD", "because", WHY))
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("measure");
        done(act(OLGA, path, "/release", Map.of("because", WHY)));

        JsonNode measure = proceedings(ERIN, path).path("measures").get(0);
        assertThat(measure.path("measure").asString()).isEqualTo("HOLD");
        assertThat(measure.path("endedBecause").asString()).isEqualTo(WHY);
        assertThat(measure.path("contract").isNull()).isTrue();
    }

    @Test
    void a_meeting_is_asked_for_offered_and_noted_in_this_order() {
        String path = acknowledged("CONFIDENTIAL");
        assertThat(act(OLGA, path, "/meetings/outcome", Map.of("became", "HELD"))
                        .status())
                .isEqualTo(409);

        done(act(ERIN, path, "/meetings", Map.of("words", "In the evening.")));
        assertThat(act(ERIN, path, "/meetings", Map.of()).status()).isEqualTo(409);
        assertThat(act(OLGA, path, "/meetings", Map.of()).status())
                .as("whoever handles it asks for none")
                .isEqualTo(404);
        Answer wordless = act(OLGA, path, "/meetings/offer", Map.of());
        assertThat(wordless.body().at("/fields/0/field").asString()).isEqualTo("words");
        done(act(OLGA, path, "/meetings/offer", Map.of("words", "Monday at nine.")));
        assertThat(act(OLGA, path, "/meetings/outcome", Map.of("became", "FORGOTTEN"))
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("became");
        done(act(OLGA, path, "/meetings/outcome", Map.of("became", "HELD")));

        assertThat(proceedings(ERIN, path).path("meetings").findValuesAsString("act"))
                .containsExactly("ASKED", "OFFERED", "HELD");
    }

    @Test
    void an_answer_is_appealed_against_once_and_ruled_on_by_others_and_its_outcome_published() {
        String path = acknowledged("OPEN");
        assertThat(act(ERIN, path, "/appeal", Map.of("reasons", "Too early.")).status())
                .isEqualTo(409);
        assertThat(act(OLGA, path, "/outcome", Map.of("result", "SUSTAINED", "summary", WHY))
                        .status())
                .isEqualTo(409);
        done(act(OLGA, path, "/answer", REPLY));

        assertThat(act(ERIN, path, "/appeal", Map.of()).status()).isEqualTo(422);
        done(act(ERIN, path, "/appeal", Map.of("reasons", "New facts.")));
        assertThat(act(ERIN, path, "/appeal", Map.of("reasons", "Twice.")).status())
                .isEqualTo(409);
        Map<String, String> ruling = Map.of("result", "CHANGED", "reasons", "ICCPR art. 17.", "effect", "It is held.");
        assertThat(act(OLGA, path, "/appeal/ruling", ruling).status())
                .as("who answered")
                .isEqualTo(403);
        assertThat(act(GEORGE, path, "/appeal/ruling", Map.of("result", "PERHAPS"))
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .containsExactly("result", "reasons", "effect");
        done(act(GEORGE, path, "/appeal/ruling", ruling));
        assertThat(proceedings(ERIN, path).at("/appeal/ruling/result").asString())
                .isEqualTo("CHANGED");

        assertThat(act(OLGA, path, "/outcome", Map.of("result", "SUSTAINED", "summary", "Short"))
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("summary");
        done(act(OLGA, path, "/outcome", Map.of("result", "SUSTAINED", "summary", WHY)));
        assertThat(act(OLGA, path, "/outcome", Map.of("result", "SUSTAINED", "summary", WHY))
                        .status())
                .isEqualTo(409);
        assertThat(api.get(ERIN, "/api/concern-outcomes").status()).isEqualTo(200);
        assertThat(api.get("fatima.noor", "/api/concern-outcomes").status()).isEqualTo(403);
    }

    @Test
    void what_happened_to_a_filer_becomes_a_concern_of_its_own_once() {
        String path = acknowledged("CONFIDENTIAL");
        Map<String, Object> told = Map.of(
                "happened",
                true,
                "kind",
                "RATING",
                "on",
                "2026-01-05",
                "account",
                "My rating fell. " + UUID.randomUUID());
        assertThat(act(ERIN, path, "/check-ins", Map.of())
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("happened");
        assertThat(act(ERIN, path, "/check-ins", Map.of("happened", true))
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .containsExactly("kind", "on", "account");

        String seen = api.get(ERIN, path).tag();
        done(api.post(ERIN, path + "/check-ins", told, "If-Match", seen));
        assertThat(api.post(ERIN, path + "/check-ins", told, "If-Match", seen).status())
                .isEqualTo(412);

        JsonNode watch = proceedings(ERIN, path).path("watch").path("told");
        assertThat(watch).hasSize(1);
        assertThat(watch.get(0).path("periods")).isNotEmpty();
        String own = "/api/concerns/" + watch.get(0).path("ownCase").asString();
        assertThat(api.get(ERIN, own).body().path("topic").asString()).isEqualTo("RETALIATION");
        assertThat(proceedings(OLGA, path).at("/watch/next").isNull()).isTrue();
    }

    @Test
    void nothing_of_an_act_is_kept_beside_the_name_of_whoever_sent_it() {
        int before = kept();
        String path = acknowledged("CONFIDENTIAL");
        done(act(ERIN, path, "/meetings", Map.of("words", "Soon.")));
        done(act(OLGA, path, "/findings", finding(Map.of())));
        done(act(OLGA, path, "/measures", Map.of("measure", "HOLD", "because", WHY)));

        assertThat(kept()).isEqualTo(before);
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username in (:erin, :olga)")
                .param("erin", ERIN)
                .param("olga", OLGA)
                .query(Integer.class)
                .single();
    }

    private String acknowledged(String mode) {
        String contract = registering
                .register(
                        RegisteredContracts.aDraft("Proceedings " + UUID.randomUUID()),
                        "FORM",
                        RegisteredContracts.SOFIA)
                .id()
                .toString();
        Map<String, Object> concern = Map.of(
                "mode", mode, "topic", "END_USE", "text", "I fear for children. " + contract, "contract", contract);
        Answer filed = api.post(ERIN, "/api/concerns", concern);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        String path = filed.raw().headers().firstValue("Location").orElseThrow();
        done(act(OLGA, path, "/acknowledgement", Map.of()));
        return path;
    }

    private static Map<String, Object> finding(Map<String, Object> changed) {
        Map<String, Object> finding = new HashMap<>(Map.of(
                "claim", "The module matches children.", "result", "ESTABLISHED", "facts", WHY, "sources", sources(1)));
        finding.putAll(changed);
        return finding;
    }

    private static List<Map<String, String>> sources(int many) {
        return Collections.nCopies(
                many, Map.of("what", "Contract file", "day", "2026-01-05", "reliability", "CREDIBLE"));
    }

    private Answer act(String person, String path, String act, Object body) {
        return api.change(person, path, path + act, body);
    }

    private JsonNode proceedings(String person, String path) {
        Answer read = api.get(person, path);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        return read.body().path("proceedings");
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.tag()).isNotEmpty();
        assertThat(answer.raw().body()).doesNotContain("I fear for children");
    }
}
