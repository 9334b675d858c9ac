package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.QuestionHands.DANA;
import static org.contractethics.concern.web.QuestionHands.ERIN;
import static org.contractethics.concern.web.QuestionHands.HELEN;
import static org.contractethics.concern.web.QuestionHands.OLGA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.CanaryScan;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reviewers ask the filer of an open concern by way of those who handle it, and read the answers and nothing else. */
@IntegrationTest
class ReviewerQuestionIT {

    private static final String SEALED = "decode(repeat('00', 1072), 'hex')";

    private final QuestionHands people;
    private final JdbcClient jdbc;
    private final String answer;

    ReviewerQuestionIT(
            @Autowired MockMvcTester mvc, @Autowired RegisteringContracts registering, @Autowired JdbcClient jdbc) {
        this.people = new QuestionHands(mvc, registering);
        this.answer = "Those who wait at the border. " + people.canary;
        this.jdbc = jdbc;
    }

    @Test
    void a_question_goes_by_the_handlers_and_only_its_answer_comes_back() throws Exception {
        people.file(Map.of());
        assertThat(people.caseOf(DANA)).contains("Ask the filer");
        assertThat(body(people.hands.get(people.form(), DANA)))
                .contains("Send the question")
                .doesNotContain("Erin", ERIN);
        sent(people.ask(DANA));

        assertThat(people.caseOf(HELEN))
                .contains(people.canary, "waits for those who handle")
                .doesNotContain("Dana asked");
        assertThat(people.page(ERIN)).as("not before it was passed on").doesNotContain(people.canary);
        assertThat(people.page(OLGA))
                .contains(people.canary, "A reviewer of this contract")
                .doesNotContain("Dana", DANA);
        assertThat(people.passOn()).hasStatus(409).bodyText().contains("Acknowledge the concern first");
        people.acknowledge();
        sent(people.passOn());
        assertThat(people.passOn()).hasStatus(409).bodyText().contains("decided already");

        assertThat(people.page(ERIN))
                .contains(people.canary, "A reviewer of this contract", "You need not answer")
                .doesNotContain("Dana", DANA);
        sent(people.hands.post(
                "/concerns/" + people.id + "/messages", ERIN, Map.of("message", "For the ombuds alone.")));
        sent(people.answer(ERIN, answer));
        assertThat(people.answer(ERIN, answer))
                .hasStatus(409)
                .bodyText()
                .contains("answered this question already", answer);

        assertThat(people.page(OLGA)).contains(answer);
        assertThat(people.caseOf(DANA)).as("its day is not over").doesNotContain(answer);
        sent(people.hands.post("/concerns/" + people.id + "/messages", OLGA, Map.of("message", "Thank you.")));
        assertThat(people.caseOf(DANA))
                .contains("The filer answered", answer)
                .doesNotContain("For the ombuds alone.", "Thank you.", "Erin Walsh", ERIN);
        assertThat(people.caseOf(HELEN)).contains(answer);
        assertThat(people.caseOf("noah.kim")).doesNotContain(people.canary);
        assertThat(new CanaryScan(people.canary).tables()).isEmpty();
        assertThat(recorded()).containsExactlyInAnyOrder("concern-question-asked", "concern-question-passed-on");
    }

    @Test
    void a_question_that_is_turned_back_has_a_reason_for_the_reviewers_and_never_reaches_the_filer() {
        int before = noticesOfQuestions();
        people.file(Map.of());
        sent(people.ask(DANA));
        people.acknowledge();

        assertThat(people.turnBack(" \u200b")).hasStatus(422).bodyText().contains("Say why it is not passed on");
        assertThat(people.turnBack("w".repeat(4_001))).hasStatus(422).bodyText().contains("w".repeat(4_001));
        sent(people.turnBack("It would show who it is."));

        assertThat(people.caseOf(DANA)).contains("Not passed on to the filer", "It would show who it is.");
        assertThat(people.page(ERIN)).doesNotContain(people.canary, "It would show who it is.");
        assertThat(people.answer(ERIN, answer)).hasStatus(404);
        refusedByTheDatabase(
                "insert into concern.question_answer values ('" + people.id + "', 1, current_date, " + SEALED + ")",
                "only a question that was passed on");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(noticesOfQuestions())
                .as("inside the application, in words that name nothing")
                .isGreaterThan(before));
    }

    private List<String> recorded() {
        return jdbc.sql(
                        "select kind from record.entry where kind like '%question%' and position(:id in encode(body, 'escape')) > 0")
                .param("id", people.id)
                .query(String.class)
                .list();
    }

    private int noticesOfQuestions() {
        return jdbc.sql(
                        """
                select count(*) from notification.notice
                where username = :asker and link = '/contracts' and mailed_at is null and title like 'News of a question%'""")
                .param("asker", DANA)
                .query(Integer.class)
                .single();
    }

    private void refusedByTheDatabase(String statement, String why) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining(why);
    }
}
