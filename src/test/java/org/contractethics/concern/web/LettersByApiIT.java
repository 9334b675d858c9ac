package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.letter.LetterDays;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters by calls of the API leave nothing beside the names of those who opened and signed them. */
@IntegrationTest
class LettersByApiIT {

    private static final String NOAH = "noah.kim";
    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String THRESHOLDS = "/api/letters/thresholds";
    private static final String WHY = "They were on leave, and never saw the letter.";

    private final ApiCalls api;
    private final JdbcClient database;
    private final String title = "End it " + UUID.randomUUID();

    @Autowired
    LettersByApiIT(Environment settings, JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.database = database;
    }

    @Test
    void a_key_opens_one_letter_for_good_and_another_letter_needs_another() {
        List<String> key = List.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = api.send(NOAH, "POST", "/api/letters", letter(Map.of()), key);
        Answer again = api.send(NOAH, "POST", "/api/letters", letter(Map.of()), key);
        Answer other = api.send(NOAH, "POST", "/api/letters", letter(Map.of("title", "Another")), key);
        Answer byOther = api.send(ERIN, "POST", "/api/letters", letter(Map.of()), key);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("detail").asString()).contains("Send this one with a new key.");
        assertThat(location(byOther)).isNotEqualTo(location(first));
        assertThat(api.get(NOAH, "/api/letters").raw().body().split(title, -1)).hasSize(3);
    }

    @Test
    void nothing_is_kept_beside_the_name_of_who_opens_and_who_signs() {
        int before = kept();
        String path = opened("NAMED");
        assertThat(api.post(ERIN, path + "/signatures", Map.of("version", 1)).status())
                .isEqualTo(204);
        assertThat(api.post(ERIN, path + "/signatures", Map.of("version", 1)).status())
                .as("sent again")
                .isEqualTo(409);
        Answer back = api.send(
                ERIN,
                "DELETE",
                path + "/signatures/own",
                null,
                List.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(back.status()).isEqualTo(204);
        assertThat(api.post(NOAH, path + "/versions", Map.of("text", "Other.", "demands", List.of("End it.")))
                        .status())
                .isEqualTo(201);

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void its_author_alone_closes_a_letter_on_what_they_saw() {
        String path = opened("NAMED");
        assertThat(api.post(NOAH, path + "/closing", null).status()).isEqualTo(428);
        assertThat(api.change(ERIN, path, path + "/closing", Map.of()).status()).isEqualTo(403);
        assertThat(api.change(NOAH, path, path + "/closing", Map.of()).status()).isEqualTo(200);
        assertThat(api.change(NOAH, path, path + "/closing", Map.of()).status()).isEqualTo(409);
        assertThat(api.post(ERIN, path + "/signatures", Map.of("version", 1)).status())
                .isEqualTo(409);
    }

    @Test
    void a_signature_that_its_person_did_not_give_is_declared_invalid_by_those_who_handle_the_letter() {
        String path = opened("NAMED");
        String signatures = path + "/signatures";
        api.post(ERIN, signatures, Map.of("version", 1));
        assertThat(api.get(NOAH, signatures).body().path("signatures"))
                .as("of today")
                .isEmpty();
        LetterDays.over(ConcernId.valueOf(path.substring(path.lastIndexOf('/') + 1)));
        String given = api.get(OLGA, signatures).body().at("/signatures/0/id").asString();
        String act = signatures + "/" + given + "/invalidation";

        assertThat(api.post(OLGA, act, Map.of("because", WHY)).status()).isEqualTo(428);
        assertThat(api.change(ERIN, signatures, act, Map.of("because", WHY)).status())
                .isEqualTo(403);
        assertThat(api.change(OLGA, signatures, act, Map.of("because", "no")).status())
                .isEqualTo(422);
        Answer done = api.change(OLGA, signatures, act, Map.of("because", WHY));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(api.change(OLGA, signatures, act, Map.of("because", WHY)).status())
                .isEqualTo(409);
        assertThat(api.get("fatima.noor", signatures).status())
                .as("from outside")
                .isEqualTo(404);
    }

    @Test
    void the_board_committee_sets_thresholds_and_the_headcount_on_what_it_saw() {
        Map<String, Object> change = Map.of("consequence", "HEARING", "signatures", 25, "reason", "As many as always.");
        Map<String, Object> people = Map.of("people", 200_000, "because", "As the annual report has it.");
        String seen = api.get(ERIN, THRESHOLDS).tag();

        assertThat(api.post(GEORGE, THRESHOLDS, change).status()).isEqualTo(428);
        assertThat(api.change(ERIN, THRESHOLDS, THRESHOLDS, change).status()).isEqualTo(403);
        Answer changed = api.post(GEORGE, THRESHOLDS, change, "If-Match", seen);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.body().at("/changes/0/reason").asString()).isEqualTo("As many as always.");
        assertThat(api.post(GEORGE, THRESHOLDS, change, "If-Match", seen).status())
                .isEqualTo(412);
        Answer counted = api.change(GEORGE, THRESHOLDS, "/api/letters/headcount", people);
        assertThat(counted.body().path("headcount").asInt())
                .as(counted.toString())
                .isEqualTo(200_000);

        Answer wrong = api.change(GEORGE, THRESHOLDS, THRESHOLDS, Map.of("signatures", 4));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("fields").findValuesAsString("field"))
                .containsExactly("consequence", "signatures", "reason");
        assertThat(api.change(GEORGE, THRESHOLDS, "/api/letters/headcount", Map.of())
                        .body()
                        .path("fields")
                        .findValuesAsString("field"))
                .containsExactly("people", "because");
    }

    private String opened(String signing) {
        Answer opened = api.post(NOAH, "/api/letters", letter(Map.of("signing", signing)));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.tag()).isNotEmpty();
        return location(opened);
    }

    private Map<String, Object> letter(Map<String, Object> changed) {
        Map<String, Object> letter = new HashMap<>(Map.of(
                "title", title,
                "topic", "HARM",
                "text", "We refuse.",
                "demands", List.of("End it."),
                "signing", "NAMED"));
        letter.putAll(changed);
        return letter;
    }

    /** Answers that are kept under keys of those who open and sign. */
    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username in (:noah, :erin)")
                .param("noah", NOAH)
                .param("erin", ERIN)
                .query(Integer.class)
                .single();
    }

    private static String location(Answer answer) {
        return answer.raw().headers().firstValue("Location").orElseThrow();
    }
}
