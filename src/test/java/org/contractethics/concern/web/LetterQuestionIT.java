package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.QuestionHands.DANA;
import static org.contractethics.concern.web.QuestionHands.ERIN;
import static org.contractethics.concern.web.QuestionHands.HELEN;
import static org.contractethics.concern.web.QuestionHands.OLGA;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.TableOwner;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reviewers ask whoever opened a collective letter; what is released of the answer stands with the letter. In server and database. */
@IntegrationTest
class LetterQuestionIT {

    private static final String SEALED = "decode(repeat('00', 1072), 'hex')";
    private static final String NOAH = "noah.kim";

    private final QuestionHands people;
    private final ApiCalls api;
    private final JdbcClient jdbc;
    private final String answer;

    LetterQuestionIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Environment settings,
            @Autowired JdbcClient jdbc) {
        this.people = new QuestionHands(mvc, registering);
        this.api = new ApiCalls(settings);
        this.jdbc = jdbc;
        this.answer = "Those who sit beside me on the third floor wrote the list of names. " + people.canary;
    }

    @ParameterizedTest
    @EnumSource(SigningMode.class)
    void what_is_released_stands_with_the_letter_and_leads_to_nobody(SigningMode mode) {
        people.openLetter(mode.name());
        assertThat(people.caseOf(DANA)).contains("Ask who opened the letter", "stands on the page of the letter");
        assertThat(body(people.hands.get(people.form(), DANA)))
                .contains("Those who signed are not asked", "No time runs longer")
                .doesNotContain("Erin", ERIN);
        String due = dueDays();
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn("Which use do you mean?"));
        assertThat(people.page(ERIN))
                .contains("Which use do you mean?", "may be shown with the letter")
                .doesNotContain(people.question, "Dana");
        sent(people.answerAndAgree(ERIN, answer));
        assertThat(letter(NOAH)).doesNotContain("Questions of reviewers", "third floor");

        sent(people.release(OLGA, "Every use at the border."));

        assertThat(letter(NOAH))
                .contains("Questions of reviewers", "Which use do you mean?", "Every use at the border.")
                .doesNotContain("third floor", people.canary, "Erin", "Dana", "Olga");
        assertThat(api.get(NOAH, "/api/letters/" + people.id).body().path("questions"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.path("answer").asString()).isEqualTo("Every use at the border."));
        for (String reviewer : List.of(DANA, HELEN)) {
            assertThat(people.caseOf(reviewer))
                    .contains("Every use at the border.", "those who handle the concern tell you this")
                    .doesNotContain("third floor");
        }
        assertThat(dueDays()).as("no clock moved").isEqualTo(due);
        assertThat(entries())
                .contains("concern-question-asked", "concern-question-passed-on", "concern-answer-released");
    }

    @Test
    void where_names_are_not_open_neither_question_nor_answer_names_an_employee() {
        people.openLetter("CUSTODIAN_ONLY");
        sent(people.hands.post("/letters/" + people.id + "/signature", NOAH, Map.of("version", "1")));
        sent(people.ask(DANA));
        people.acknowledge();
        assertThat(people.passOn("Did Noah  Kim build it?"))
                .hasStatus(422)
                .bodyText()
                .contains("This names an employee", "Did Noah  Kim build it?");
        sent(people.passOn("Who built it, in general?"));
        sent(people.answerAndAgree(ERIN, answer));
        assertThat(people.release(OLGA, "As noah.kim told us."))
                .hasStatus(422)
                .bodyText()
                .contains("This names an employee", "As noah.kim told us.");

        sent(people.release(OLGA, "A team of the company."));

        assertThat(letter(ERIN)).contains("A team of the company.").doesNotContain("Noah");
    }

    @Test
    void where_names_are_open_somebody_may_be_named() {
        people.openLetter("NAMED");
        sent(people.ask(DANA));
        people.acknowledge();

        sent(people.passOn("Did Noah Kim build it?"));

        assertThat(people.page(ERIN)).contains("Did Noah Kim build it?");
    }

    @Test
    void without_consent_nothing_is_shown_in_server_and_database() {
        people.openLetter("COUNT_ONLY");
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn("Which use do you mean?"));
        refusedByTheDatabase(shown(), "letter_shown_answer");
        sent(people.answer(ERIN, answer));

        assertThat(people.release(OLGA, "Mine")).hasStatus(409).bodyText().contains("did not agree");
        refusedByTheDatabase(
                "insert into concern.question_release values ('" + people.id + "', 1, '" + OLGA + "', current_date, "
                        + SEALED + ")",
                "unless its filer agrees");
        refusedByTheDatabase(shown(), "letter_shown_answer");
        assertThat(letter(NOAH)).doesNotContain("Questions of reviewers");
    }

    @Test
    void strangers_the_recused_and_its_author_ask_nothing_and_nobody_answers_for_its_author() {
        people.openLetter("CUSTODIAN_ONLY");
        sent(people.hands.post("/letters/" + people.id + "/signature", NOAH, Map.of("version", "1")));
        assertThat(people.ask(ERIN)).as("no reviewer").hasStatus(403);
        assertThat(people.ask(OLGA)).as("she handles it").hasStatus(403);
        assertThat(people.ask("sofia.marin")).as("it is her contract").hasStatus(403);
        assertThat(people.hands.post(
                        "/contracts/" + UUID.randomUUID() + "/concerns/" + people.id + "/question",
                        DANA,
                        Map.of("question", "x")))
                .as("of another contract")
                .hasStatus(404);
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn("Which use do you mean?"));
        assertThat(people.answer(NOAH, "I signed it")).as("signed it").hasStatus(404);
        assertThat(people.hands.post(people.act("release"), "fatima.noor", Map.of("released", "x")))
                .hasStatus(404);
        sent(people.answerAndAgree(ERIN, answer));
        sent(people.hands.post("/concerns/" + people.id + "/recusal", OLGA, Map.of("reason", "I know the team.")));

        assertThat(people.release(OLGA, "x")).as("stepped back").hasStatus(404);
    }

    @Test
    void nothing_is_asked_after_the_answer_and_what_was_shown_goes_with_the_letter_only() {
        people.openLetter("NAMED");
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn("Which use do you mean?"));
        sent(people.answerAndAgree(ERIN, answer));
        sent(people.release(OLGA, "Every use at the border."));
        people.hands.close(people.id, OLGA);

        assertThat(people.ask(DANA)).hasStatus(409).bodyText().contains("answered already", people.canary);
        refusedByTheDatabase(
                "insert into concern.question values ('" + people.id + "', 2, '" + DANA + "', current_date, " + SEALED
                        + ")",
                "wait for their answer");
        refusedByTheDatabase(
                "delete from concern.letter_shown_answer where letter = '" + people.id + "'", "permission denied");
        assertThatThrownBy(() -> TableOwner.executes(
                        "update concern.letter_shown_answer set answer = 'x' where letter = '" + people.id + "'"))
                .hasStackTraceContaining("never change");
        assertThat(letter(NOAH)).contains("Every use at the border.", "Answered");
        TableOwner.executes("update concern.concern set answered_on = current_date - interval '3 years' where id = '"
                + people.id + "'");
        jdbc.sql("select concern.purge(:id::uuid, 'ANSWERED', current_date)")
                .param("id", people.id)
                .query((row, number) -> 0)
                .list();
        assertThat(jdbc.sql("select count(*) from concern.letter_shown_answer where letter = :id::uuid")
                        .param("id", people.id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void programs_ask_answer_and_release_by_the_api() {
        people.openLetter("REVEALED_AT");
        String weighed = "/api/contracts/" + people.contract.id() + "/concerns";
        Answer asked =
                api.change(DANA, weighed, weighed + "/" + people.id + "/questions", Map.of("question", "Which?"));
        assertThat(asked.status()).isEqualTo(200);
        people.acknowledge();
        assertThat(act(OLGA, "pass-on", Map.of("wording", "As Erin Walsh knows?")))
                .isEqualTo(422);
        assertThat(act(OLGA, "pass-on", Map.of("wording", "Which use?"))).isEqualTo(200);
        assertThat(act(NOAH, "answer", Map.of("answer", "x", "mayShow", true))).isEqualTo(404);
        assertThat(act(ERIN, "answer", Map.of("answer", answer, "mayShow", true)))
                .isEqualTo(200);

        assertThat(act(OLGA, "release", Map.of("released", "At the border."))).isEqualTo(200);

        assertThat(api.get(DANA, weighed).body().toString()).contains("At the border.");
        assertThat(letter(NOAH)).contains("At the border.");
    }

    private int act(String actor, String what, Map<String, ?> sent) {
        String concern = "/api/concerns/" + people.id;
        return api.change(actor, concern, concern + "/questions/1/" + what, sent)
                .status();
    }

    private String letter(String viewer) {
        return body(people.hands.get("/letters/" + people.id, viewer));
    }

    private String dueDays() {
        return jdbc.sql("select answer_by || ' ' || acknowledge_by from concern.concern where id = :id::uuid")
                .param("id", people.id)
                .query(String.class)
                .single();
    }

    private List<String> entries() {
        return jdbc.sql("select kind from record.entry where position(:id in encode(body, 'escape')) > 0")
                .param("id", people.id)
                .query(String.class)
                .list();
    }

    private String shown() {
        return "insert into concern.letter_shown_answer values ('" + people.id + "', 1, 'x', 'x', current_date)";
    }

    private void refusedByTheDatabase(String statement, String why) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining(why);
    }
}
