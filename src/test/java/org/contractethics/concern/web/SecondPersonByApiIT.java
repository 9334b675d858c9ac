package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Legal holds, openings and recusals by calls of the API: never by one person alone, and without telling the second more than it takes. */
@IntegrationTest
class SecondPersonByApiIT {

    private static final String CONCERNS = "/api/concerns";
    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String WHY = "The labour court asked for it in its letter of today.";

    private final ApiCalls api;
    private final String text = "Only for some. " + UUID.randomUUID();

    @Autowired
    SecondPersonByApiIT(Environment settings) {
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_legal_hold_is_asked_for_by_one_and_confirmed_and_lifted_by_another() {
        String path = filed();
        String hold = path + "/legal-hold";
        assertThat(api.get(GEORGE, hold).status()).as("before there is one").isEqualTo(404);
        assertThat(act(OLGA, path, "/legal-hold", Map.of("reason", "Short.")).status())
                .isEqualTo(422);
        assertThat(act(OLGA, path, "/legal-hold", Map.of("reason", WHY)).status())
                .isEqualTo(200);
        assertThat(act(OLGA, path, "/legal-hold", Map.of("reason", WHY)).status())
                .isEqualTo(409);
        assertThat(api.post(OLGA, hold + "/confirmation", null, "If-Match", "*").status())
                .as("by who asked")
                .isEqualTo(403);

        assertThat(concerns(api.get(GEORGE, CONCERNS + "/legal-holds"))).contains(id(path));
        assertThat(api.get(GEORGE, path).status()).as("the concern itself").isEqualTo(404);
        assertThat(api.get(GEORGE, hold).body().path("reason").asString()).isEqualTo(WHY);
        assertThat(api.post(GEORGE, hold + "/confirmation", null).status()).isEqualTo(428);
        assertThat(api.change(GEORGE, hold, hold + "/confirmation", Map.of()).status())
                .isEqualTo(204);
        assertThat(read(ERIN, path).at("/proceedings/legalHold/confirmed").asBoolean())
                .isTrue();
        assertThat(api.change(GEORGE, hold, hold + "/end", Map.of()).status()).isEqualTo(204);

        assertThat(read(ERIN, path).at("/proceedings/legalHold").isNull()).isTrue();
        assertThat(api.get(GEORGE, hold).status()).isEqualTo(404);
        assertThat(api.post(GEORGE, hold + "/end", null, "If-Match", "*").status())
                .isEqualTo(404);
    }

    @Test
    void an_opening_waits_for_the_filer_who_consents_and_takes_it_back() {
        String path = filed();
        Answer empty = act(OLGA, path, "/openings", Map.of());
        assertThat(empty.body().path("fields").findValuesAsString("field")).containsExactly("what", "ground", "reason");
        assertThat(act(OLGA, path, "/openings", asked("CONSENT", "")).status()).isEqualTo(200);
        String opening = opening(OLGA, path).path("id").asString();

        assertThat(act(OLGA, path, "/openings/" + opening + "/consent", Map.of())
                        .status())
                .as("for the filer")
                .isEqualTo(404);
        assertThat(act(ERIN, path, "/openings/" + opening + "/consent", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(opening(OLGA, path).path("state").asString()).isEqualTo("IN_FORCE");
        assertThat(act(ERIN, path, "/openings/" + opening + "/refusal", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(opening(ERIN, path).path("state").asString()).isEqualTo("OVER");
        assertThat(act(ERIN, path, "/openings/" + UUID.randomUUID() + "/consent", Map.of())
                        .status())
                .isEqualTo(404);
        for (Answer answer : List.of(api.get(OLGA, path), api.get(OLGA, CONCERNS + "/handled"))) {
            assertThat(answer.raw().body()).doesNotContain("Erin", ERIN);
        }
    }

    @Test
    void a_legal_basis_is_confirmed_by_a_second_person_who_reads_nothing_else() {
        String path = filed();
        assertThat(act(OLGA, path, "/openings", asked("LEGAL_BASIS", WHY)).status())
                .isEqualTo(200);
        String opening = path + "/openings/" + opening(OLGA, path).path("id").asString();

        assertThat(api.get("noah.kim", opening).status()).isEqualTo(403);
        assertThat(api.get(OLGA, opening).status()).as("who asked").isEqualTo(404);
        assertThat(api.post(OLGA, opening + "/confirmation", null, "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(concerns(api.get(GEORGE, CONCERNS + "/openings"))).contains(id(path));
        Answer toConfirm = api.get(GEORGE, opening);
        assertThat(toConfirm.body().path("words").asString()).contains(WHY);
        assertThat(toConfirm.raw().body()).doesNotContain(text, "Erin", ERIN);
        assertThat(api.post(GEORGE, opening + "/confirmation", null).status()).isEqualTo(428);
        assertThat(api.change(GEORGE, opening, opening + "/confirmation", Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(opening(ERIN, path).path("confirmedBy").asString()).isEqualTo("George Tan");
        assertThat(api.get(GEORGE, path).status()).isEqualTo(404);
    }

    @Test
    void whoever_steps_back_finds_the_concern_nowhere_any_more() {
        String path = filed();
        assertThat(act(OLGA, path, "/recusal", Map.of("reason", "x".repeat(4001)))
                        .status())
                .isEqualTo(422);

        assertThat(act(OLGA, path, "/recusal", Map.of("reason", "I know them.")).status())
                .isEqualTo(204);

        assertThat(api.get(OLGA, path).status()).isEqualTo(404);
        assertThat(api.post(OLGA, path + "/recusal", Map.of(), "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(read(GEORGE, path).at("/forHandlers/recusals/0/reason").asString())
                .isEqualTo("I know them.");
        assertThat(read(ERIN, path).toString()).doesNotContain("I know them.");
    }

    private static Map<String, String> asked(String ground, String basis) {
        return Map.of("what", "IDENTITY", "ground", ground, "reason", WHY, "basis", basis);
    }

    private JsonNode opening(String person, String path) {
        return read(person, path).at("/proceedings/openings/0");
    }

    private JsonNode read(String person, String path) {
        Answer read = api.get(person, path);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        return read.body();
    }

    private Answer act(String person, String path, String act, Object body) {
        return api.change(person, path, path + act, body);
    }

    private String filed() {
        Answer filed = api.post(ERIN, CONCERNS, Map.of("mode", "CONFIDENTIAL", "topic", "END_USE", "text", text));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        return filed.raw().headers().firstValue("Location").orElseThrow();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> concerns(Answer list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.body().findValuesAsString("concern");
    }
}
