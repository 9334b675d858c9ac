package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.concern.LogAtTrace;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A reviewer asks a filer whom nobody knows: by way of the handlers there and back, and nothing of it stands anywhere in plain. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class AnonymousQuestionIT {

    private static final String OLGA = "olga.petrova";
    private static final String DANA = "dana.whitfield";

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final Concerns concerns;
    private final Contract contract;
    private final String asked = canary();
    private final String worded = canary();
    private final String said = canary();
    private final String released = canary();
    private String code = "";
    private String id = "";

    AnonymousQuestionIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired JdbcClient jdbc,
            @Autowired Concerns concerns) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.concerns = concerns;
        this.contract = registering.register(
                RegisteredContracts.aDraft("Asked without a name " + UUID.randomUUID()),
                "USASPENDING",
                RegisteredContracts.SOFIA);
    }

    @Test
    void a_question_goes_to_a_filer_whom_nobody_knows_and_what_cannot_name_them_comes_back(CapturedOutput output)
            throws Exception {
        try (LogAtTrace log = new LogAtTrace()) {
            assertThat(log).isNotNull();
            file();
            sent(hands.post(form(), DANA, Map.of("question", "Which module? " + asked)));
            acknowledge();
            assertThat(page(OLGA)).contains("Which module? " + asked, "As the filer is asked");
            sent(act("pass-on", OLGA, Map.of("wording", "Which part of it? " + worded)));

            stranger.enter(code);
            assertThat(stranger.concern())
                    .contains(
                            "<a href=\"#questions\">A question to you waits on this page.</a>",
                            "A reviewer of the contract",
                            worded,
                            "You need not answer")
                    .doesNotContain(asked, DANA, "Dana");
            assertThat(answer(Map.of("answer", " \u200b")).body()).contains("Write an answer of at most 100,000");
            HttpResponse<String> withCode = answer(Map.of("answer", "It is " + code, "show", "yes"));
            assertThat(withCode.statusCode()).isEqualTo(422);
            assertThat(withCode.body())
                    .contains("Your return code stands in this message", "It is " + code, "checked=\"checked\"");
            assertThat(answer(Map.of("answer", "Removal, I built it. " + said, "show", "yes"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(answer(Map.of("answer", "Again")).statusCode()).isEqualTo(409);

            assertThat(news()).as("nobody is told that there is an answer").isZero();
            DayOfFiling.ends(jdbc, id);
            concerns.announce();
            assertThat(reviewerReads())
                    .contains(asked, "perhaps in other words")
                    .doesNotContain(said, worded);
            assertThat(news()).isZero();
            assertThat(page(OLGA)).contains(said, "The filer agrees that reviewers know");

            sent(act("release", OLGA, Map.of("released", "The part for removals. " + released)));
            assertThat(reviewerReads())
                    .contains(released, "those who handle the concern tell you this")
                    .doesNotContain(said, worded);
            assertThat(page("helen.okafor", "/contracts/" + contract.id())).contains(released);
            assertThat(stranger.concern())
                    .contains(said, "You agreed that reviewers know")
                    .doesNotContain(released, "A question to you waits");
            assertThat(jdbc.sql("select count(*) from concern.unseen_by_filer where concern = :id::uuid")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .as("nobody is there to be told")
                    .isZero();
            assertThat(news()).isEqualTo(1);
        }
        nothingStandsInPlain(output);
    }

    @Test
    void the_page_asks_in_every_language_and_a_new_code_reads_on() throws Exception {
        file();
        sent(hands.post(form(), DANA, Map.of("question", asked)));
        acknowledge();
        sent(act("pass-on", OLGA, Map.of("wording", worded)));
        stranger.enter(code);
        Map.of("es", "Su respuesta", "de", "Ihre Antwort", "fr", "Votre réponse", "ar", "إجابتك")
                .forEach((language, label) -> assertThat(
                                stranger.get("/speak/" + language + "/concern").body())
                        .contains(label, worded));
        String next = Stranger.code(stranger.fill("/speak/en/concern", "/speak/en/concern/code", Map.of()));
        Stranger again = new Stranger();
        again.enter(next);
        assertThat(again.concern()).contains(worded);
    }

    @Test
    void a_question_is_answered_after_the_concern_was_closed_and_by_its_filer_alone() {
        file();
        sent(hands.post(form(), DANA, Map.of("question", asked)));
        acknowledge();
        stranger.enter(code);
        assertThat(answer(Map.of("answer", said)).statusCode())
                .as("not passed on")
                .isEqualTo(404);
        sent(act("pass-on", OLGA, Map.of("wording", worded)));
        hands.close(id, OLGA);
        assertThat(hands.post("/concerns/" + id + "/questions/1/answer", "erin.walsh", Map.of("answer", said)))
                .hasStatus(404);
        assertThat(answer(Map.of("answer", said)).statusCode()).isEqualTo(303);

        assertThat(act("release", OLGA, Map.of("released", released)))
                .as("without consent")
                .hasStatus(409)
                .bodyText()
                .contains("The filer did not agree", said);
        assertThat(reviewerReads()).doesNotContain(said, "tell you this");
        assertThat(stranger.concern()).contains("Only those who handle your concern read it.");
    }

    private void nothingStandsInPlain(CapturedOutput output) throws Exception {
        CanaryScan scan = new CanaryScan(asked, worded, said, released);
        assertThat(scan.tables()).as("tables of ours and of the engine").isEmpty();
        assertThat(scan.isIndexed()).isFalse();
        assertThat(scan.isMailed()).isFalse();
        assertThat(scan.standsIn(output.getAll())).as("log").isFalse();
        assertThat(jdbc.sql(
                                """
                        select kind from record.entry
                        where convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'concernId' = :id order by n""")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .contains(
                        "concern-question-asked",
                        "concern-question-passed-on",
                        "concern-message-added",
                        "concern-answer-released");
        assertThat(jdbc.sql(
                                "select distinct recipient from concern.key_wrap where concern = :id::uuid and part = :part")
                        .param("id", id)
                        .param("part", "REVIEW")
                        .query(String.class)
                        .list())
                .as("who reads what reviewers ask: those who weigh the contract and those who handle the concern")
                .contains(DANA, OLGA)
                .doesNotContain("sofia.marin", "noah.kim");
        assertThat(handlersOf(id)).doesNotContain(DANA, "helen.okafor", "sofia.marin");
    }

    private List<String> handlersOf(String concern) {
        return jdbc.sql("select recipient from concern.key_wrap where concern = :id::uuid and part = 'HANDLING'")
                .param("id", concern)
                .query(String.class)
                .list();
    }

    private void file() {
        HttpResponse<String> check = stranger.fill(
                "/speak/en/file",
                "/speak/en/check",
                Map.of(
                        "topic",
                        "END_USE",
                        "text",
                        "Of the filer.",
                        "contract",
                        contract.id().toString()));
        code = Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
        id = Stranger.newestConcern(jdbc);
    }

    private void acknowledge() {
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
    }

    private HttpResponse<String> answer(Map<String, String> typed) {
        return stranger.fill("/speak/en/concern", "/speak/en/concern/questions/1/answer", typed);
    }

    private MvcTestResult act(String what, String officer, Map<String, String> typed) {
        return hands.post("/concerns/" + id + "/questions/1/" + what, officer, typed);
    }

    private String form() {
        return "/contracts/" + contract.id() + "/concerns/" + id + "/question";
    }

    private String reviewerReads() {
        return page(DANA, "/contracts/" + contract.id());
    }

    private String page(String officer) {
        return page(officer, "/concerns/" + id);
    }

    private String page(String viewer, String path) {
        return body(hands.get(path, viewer));
    }

    /** What the asker is told of this concern by a notice; written together with what it is about. */
    private int news() {
        return jdbc.sql(
                        """
                select count(*) from events.event_publication
                where event_type like '%QuestionNews' and position(:id in serialized_event) > 0""")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static String canary() {
        return "question-" + UUID.randomUUID();
    }
}
