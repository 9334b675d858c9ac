package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.internal.letter.LetterDays;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Letters as people see them: opening, signing, thresholds, and the answer for everybody at once. */
@IntegrationTest
class LetterPagesIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "NOTHING_WRONG",
            "considered", "The letter and the contract.",
            "decision", "The contract ends.",
            "article", "ICCPR art. 17",
            "effect", "It is not extended.",
            "appeal", "To the board committee.");

    private final ConcernHands hands;
    private final JdbcClient database;
    private final ApiCalls api;
    private final String id = UUID.randomUUID().toString();

    LetterPagesIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient database, @Autowired Environment settings) {
        this.hands = new ConcernHands(mvc);
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_stays() {
        assertThat(hands.post(
                        "/letters", "noah.kim", form(Map.of("signing", "", "contracts", "C-000001", "demands", ""))))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose who learns who signed.",
                        "one contract on each line",
                        "one demand a line",
                        "We do not build this.");
        assertThat(hands.post("/letters", "noah.kim", form(Map.of("contracts", "/contracts/" + UUID.randomUUID()))))
                .hasStatus(422)
                .bodyText()
                .contains("not in the register");
        assertThat(hands.get("/letters/" + id, "noah.kim")).hasStatus(404);
    }

    @Test
    void script_in_a_letter_stays_text_and_who_opened_it_is_not_told() {
        sent(hands.post("/letters", "noah.kim", form(Map.of("title", "<script>alert(1)</script>"))));

        String page = body(hands.get("/letters/" + id, "erin.walsh"));
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Every employee reads the names");
        assertThat(page).doesNotContain("Noah Kim", "Change the text");
        assertThat(body(hands.get("/letters/" + id, "noah.kim"))).contains("Change the text");
        assertThat(hands.get("/letters", "fatima.noor")).hasStatus(403);
        assertThat(hands.get("/letters/" + id, "fatima.noor"))
                .as("she does not handle it")
                .hasStatus(404);
        assertThat(hands.post(
                        "/letters/" + id + "/signatures/" + UUID.randomUUID() + "/invalidate",
                        "fatima.noor",
                        Map.of("because", "I say that this person did not sign.")))
                .hasStatus(404);
        assertThat(api.get("fatima.noor", "/api/letters/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_letter_is_signed_on_its_page_and_answered_for_everybody_at_once() {
        sent(hands.post("/letters", "noah.kim", form(Map.of())));
        sent(hands.post("/letters/" + id + "/signature", "erin.walsh", Map.of("version", "1")));
        assertThat(hands.post("/letters/" + id + "/signature", "erin.walsh", Map.of("version", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("signed this version of the letter already");
        assertThat(hands.post("/letters/" + id + "/text", "noah.kim", Map.of("text", "", "demands", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("Write what the letter says.");
        LetterDays.over(ConcernId.valueOf(id));
        assertThat(body(hands.get("/letters/" + id, "lena.hoffman")))
                .contains("Erin Walsh")
                .doesNotContain("Declare");
        assertThat(body(hands.get("/letters/" + id, "olga.petrova"))).contains("Declare the signature invalid");
        assertThat(hands.get("/concerns/" + id, "erin.walsh")).hasStatus(404);

        sent(hands.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        sent(hands.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));

        for (String person : new String[] {"erin.walsh", "lena.hoffman", "noah.kim"}) {
            assertThat(body(hands.get("/letters/" + id, person))).contains("The contract ends.", "Answered");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> database.sql(
                        "select count(*) = 1 from notification.notice where link = :link and username = 'erin.walsh'")
                .param("link", "/letters/" + id)
                .query(Boolean.class)
                .single());
        assertThat(hands.post("/letters/" + id + "/signature", "sofia.marin", Map.of("version", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("It cannot be signed any more");
    }

    @Test
    void thresholds_are_set_by_the_board_committee_and_stay_in_the_history() {
        Map<String, String> change = Map.of(
                "consequence",
                "HEARING",
                "signatures",
                "25",
                "perMille",
                "0.5",
                "reason",
                "As many as always, or fewer.");

        assertThat(hands.post("/letters/thresholds", "lena.hoffman", change)).hasStatus(403);
        assertThat(hands.post("/letters/thresholds", "george.tan", Map.of("consequence", "HEARING", "signatures", "3")))
                .hasStatus(422)
                .bodyText()
                .contains("from 5 to 1,000,000", "Give a reason");
        sent(hands.post(
                "/letters/headcount", "george.tan", Map.of("people", "200000", "because", "Annual report 2026")));
        sent(hands.post("/letters/thresholds", "george.tan", change));
        assertThat(body(hands.get("/letters/thresholds", "erin.walsh")))
                .contains(
                        "25 signatories or 0.5 in 1,000 of the headcount",
                        "As many as always",
                        "200,000 people",
                        "George Tan")
                .doesNotContain("Change a threshold");
    }

    @Test
    void programs_open_and_sign_by_the_same_rules_and_the_mode_is_a_conflict() {
        ApiCalls.Answer opened = api.post(
                "noah.kim",
                "/api/letters",
                Map.of(
                        "title",
                        "End it",
                        "topic",
                        "HARM",
                        "text",
                        "We refuse.",
                        "demands",
                        List.of("End it."),
                        "signing",
                        "NAMED"));
        assertThat(opened.status()).isEqualTo(201);
        String path = opened.raw().headers().firstValue("Location").orElseThrow();

        assertThat(api.send("noah.kim", "PUT", path + "/signing", Map.of("signing", "COUNT_ONLY"), List.of())
                        .status())
                .isEqualTo(409);
        assertThat(api.post("erin.walsh", path + "/signatures", Map.of("version", 1))
                        .status())
                .isEqualTo(204);
        assertThat(api.post("erin.walsh", path + "/signatures", Map.of("version", 1))
                        .status())
                .isEqualTo(409);
        assertThat(api.post("noah.kim", path + "/versions", Map.of("text", "Other.", "demands", List.of("End it.")))
                        .status())
                .isEqualTo(201);
        assertThat(api.get("erin.walsh", path).body().toString()).contains("\"version\":2", "Fewer than 5 people");
        assertThat(api.post("noah.kim", path + "/blind-signatures", Map.of("version", 2, "blinded", "00"))
                        .status())
                .isEqualTo(422);
    }

    private Map<String, String> form(Map<String, String> changed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "id", id,
                "title", "End the contract",
                "topic", "HARM",
                "text", "We do not build this.",
                "demands", "End the contract.",
                "signing", "NAMED"));
        form.putAll(changed);
        return form;
    }
}
