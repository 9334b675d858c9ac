package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The panel by calls of the API: its drawing, its seats, the terms of panelists, and the hearing it owes. */
@IntegrationTest
class PanelByApiIT {

    private static final String TERMS = "/api/panel/terms";

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ConcernMeasures measures;
    private final JdbcClient database;

    @Autowired
    PanelByApiIT(
            Environment settings,
            MockMvcTester mvc,
            BegunReviews begun,
            ConcernMeasures measures,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.begun = begun;
        this.measures = measures;
        this.database = database;
    }

    @Test
    void whoever_reads_the_drawing_can_draw_again() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        String panel = panel(vote);

        Answer read = api.get("august.lund", panel);

        assertThat(read.body().path("sitting")).as(read.toString()).hasSize(5);
        String root = read.body().at("/draws/0/recordRoot").asString();
        String nonce = read.body().at("/draws/0/nonce").asString();
        assertThat(read.body().at("/draws/0/seed").asString()).isEqualTo(Lots.seed(vote.review(), 1, 1, root, nonce));
        assertThat(read.body().at("/draws/0/urns").toString())
                .contains(read.body().at("/sitting/0/person").asString());
        assertThat(api.get("erin.walsh", panel).status()).isEqualTo(404);
    }

    @Test
    void an_alternate_comes_in_for_an_absent_member_and_the_chair_chooses_nobody() throws Exception {
        String panel = panel(begun.upToTheVote(mvc));
        String seats = panel + "/seats";
        assertThat(api.post("ruth.castillo", seats, null).status()).isEqualTo(428);
        assertThat(api.change("amir.haddad", panel, seats, Map.of()).status()).isEqualTo(403);
        assertThat(api.change("ruth.castillo", panel, seats, Map.of()).status())
                .as("every seat is filled")
                .isEqualTo(409);
        Answer seen = api.get("ruth.castillo", panel);
        String member = employee(seen);
        UUID absence = absent(member);
        try {
            Answer filled = api.post("ruth.castillo", seats, null, "If-Match", seen.tag());
            assertThat(filled.status()).as(filled.toString()).isEqualTo(200);
            assertThat(filled.body().at("/changes/0/out").asString()).isEqualTo(member);
            assertThat(filled.body().at("/changes/0/reason").asString()).isEqualTo("ABSENT");
            assertThat(filled.body().path("sitting").toString()).doesNotContain("\"" + member + "\"");
            assertThat(api.post("ruth.castillo", seats, null, "If-Match", seen.tag())
                            .status())
                    .isEqualTo(412);
        } finally {
            database.sql("update review.absence set withdrawn_at = now() where id = :id")
                    .param("id", absence)
                    .update();
        }
    }

    @Test
    void nobody_fills_seats_before_the_vote_or_with_an_interest() throws Exception {
        Begun submitted = begun.submitted(mvc);
        assertThat(api.change("ruth.castillo", panel(submitted), panel(submitted) + "/seats", Map.of())
                        .status())
                .isEqualTo(409);
        Begun vote = begun.upToTheVote(mvc);
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, 'ruth.castillo', 'VOTE', 'SHARES', now())
                        """)
                .param("review", vote.review().value())
                .update();

        Answer refused = api.change("ruth.castillo", panel(vote), panel(vote) + "/seats", Map.of());

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.rule()).isEqualTo("H2");
    }

    @Test
    void a_review_that_was_closed_with_its_vote_unfinished_has_no_open_vote() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        String review = "/api/reviews/" + vote.review();
        assertThat(api.get("august.lund", review).body().path("vote").isObject())
                .isTrue();

        database.sql("update review.review set closed_at = now() where id = :id")
                .param("id", vote.review().value())
                .update();

        Answer closed = api.get("august.lund", review);
        assertThat(closed.body().path("closed").asBoolean())
                .as(closed.toString())
                .isTrue();
        assertThat(closed.body().path("vote").isObject()).isFalse();
    }

    /** The last one runs on, so that the only external expert can still be drawn by whatever test follows. */
    @Test
    void a_term_is_entered_by_the_chair_ended_with_a_reason_and_entered_anew() {
        String term = entered();
        String end = term + "/end";
        assertThat(api.post("ruth.castillo", TERMS, term(Map.of()))
                        .body()
                        .path("detail")
                        .asString())
                .contains("covers some of these days already");
        assertThat(api.post("ruth.castillo", end, Map.of("reason", "Left")).status())
                .isEqualTo(428);
        assertThat(api.change("elena.rossi", term, end, Map.of("reason", "Left"))
                        .status())
                .isEqualTo(403);
        assertThat(api.change("ruth.castillo", term, end, Map.of("why", "Left")).status())
                .isEqualTo(400);
        Answer silent = api.change("ruth.castillo", term, end, Map.of());
        assertThat(silent.body().at("/fields/0/field").asString())
                .as(silent.toString())
                .isEqualTo("reason");

        Answer ended = api.change("ruth.castillo", term, end, Map.of("reason", "Serves elsewhere"));

        assertThat(ended.body().path("runs").asBoolean()).as(ended.toString()).isFalse();
        assertThat(ended.body().path("endReason").asString()).isEqualTo("Serves elsewhere");
        assertThat(api.change("ruth.castillo", term, end, Map.of("reason", "Again"))
                        .status())
                .isEqualTo(409);
        assertThat(api.get("august.lund", entered()).body().path("runs").asBoolean())
                .isTrue();
        assertThat(api.get("august.lund", TERMS).raw().body()).contains("Serves elsewhere");
    }

    @Test
    void a_term_against_the_rules_is_refused_beside_its_field() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "person", Map.of("person", "ruth.castillo"),
                "role", Map.of("role", "PANEL_CHAIR"),
                "until", Map.of("until", today().minusDays(1).toString()),
                "chosenBy", Map.of("chosenBy", " "));
        wrong.forEach((field, values) -> {
            Answer refused = api.post("ruth.castillo", TERMS, term(values));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.body().path("fields").toString()).contains("\"field\":\"" + field + "\"");
        });
        assertThat(api.post("ruth.castillo", TERMS, term(Map.of("basis", "CHOSEN")))
                        .status())
                .isEqualTo(400);
        assertThat(api.post("ruth.castillo", TERMS, term(Map.of("days", 3))).status())
                .isEqualTo(400);
        for (String person : List.of("george.tan", "august.lund", "erin.walsh")) {
            assertThat(api.post(person, TERMS, term(Map.of())).status()).isEqualTo(403);
        }
        assertThat(api.get("erin.walsh", TERMS).status()).isEqualTo(403);
        assertThat(api.get("erin.walsh", TERMS + "/" + UUID.randomUUID()).status())
                .isEqualTo(403);
        assertThat(api.get("august.lund", TERMS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void a_hearing_that_is_due_is_recorded_once_by_the_chair() throws Exception {
        Begun submitted = begun.submitted(mvc);
        ConcernId signatures = new ConcernId(UUID.randomUUID());
        String hearings = "/api/contracts/" + submitted.contract() + "/hearings/";
        Map<String, String> heard = Map.of("account", "Two speakers.", "tier", "It stays.");
        assertThat(api.post("ruth.castillo", hearings + signatures, heard).status())
                .as("none is due")
                .isEqualTo(404);
        measures.hearing(submitted.contract(), signatures, "Twenty-five people signed.");

        assertThat(api.post("george.tan", hearings + signatures, heard).status())
                .isEqualTo(403);
        assertThat(api.post("ruth.castillo", hearings + signatures, Map.of("heard", "x"))
                        .status())
                .isEqualTo(400);
        Answer half = api.post("ruth.castillo", hearings + signatures, Map.of("account", "Two speakers."));
        assertThat(half.body().at("/fields/0/field").asString())
                .as(half.toString())
                .isEqualTo("tier");
        assertThat(api.post("ruth.castillo", hearings + signatures, heard).status())
                .isEqualTo(204);
        assertThat(api.post("ruth.castillo", hearings + signatures, heard).status())
                .isEqualTo(404);
    }

    private String entered() {
        Answer entered = api.post("ruth.castillo", TERMS, term(Map.of()));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        return entered.raw().headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, Object> term(Map<String, Object> other) {
        Map<String, Object> term = new HashMap<>(Map.of(
                "person", "elena.rossi",
                "role", "EXTERNAL_EXPERT",
                "from", today().toString(),
                "until", today().plusDays(300).toString(),
                "basis", "APPOINTED",
                "chosenBy", "The board committee"));
        term.putAll(other);
        return term;
    }

    private static String employee(Answer panel) {
        return panel.body()
                .path("sitting")
                .valueStream()
                .filter(seat -> seat.path("seat").asString().equals("EMPLOYEE"))
                .findFirst()
                .orElseThrow()
                .path("person")
                .asString();
    }

    /** Entered past the application, which would have filled the seat at once. */
    private UUID absent(String person) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into review.absence (id, person, from_day, until_day, declared_at)
                        values (:id, :person, :day, :day, now())
                        """)
                .param("id", id)
                .param("person", person)
                .param("day", today())
                .update();
        return id;
    }

    private static String panel(Begun begun) {
        return "/api/reviews/" + begun.review() + "/panel";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
