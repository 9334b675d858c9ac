package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Those who handle a concern rule by calls of the API on what reviewers asked in the pages. */
@IntegrationTest
class QuestionsByApiIT {

    private final QuestionHands people;
    private final ApiCalls api;

    QuestionsByApiIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Environment settings) {
        this.people = new QuestionHands(mvc, registering);
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_question_is_passed_on_in_other_words_and_something_of_its_answer_released() {
        asked("CONFIDENTIAL");
        Answer wordless = rule("pass-on", Map.of());
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.body().toString()).contains("Write what the filer is asked");

        assertThat(rule("pass-on", Map.of("wording", "Which people, in general?"))
                        .status())
                .isEqualTo(200);
        assertThat(people.page(QuestionHands.ERIN))
                .contains("Which people, in general?")
                .doesNotContain(people.question);
        sent(people.answerAndAgree(QuestionHands.ERIN, "I sit beside those who built it. " + people.canary));
        JsonNode answered = question();
        assertThat(answered.path("answer").asString()).contains("I sit beside those who built it.");
        assertThat(answered.path("mayShow").asBoolean()).isTrue();

        assertThat(rule("release", Map.of("released", "Those on a list.")).status())
                .isEqualTo(200);
        assertThat(question().path("released").asString()).isEqualTo("Those on a list.");
        assertThat(people.caseOf(QuestionHands.DANA))
                .contains("Those on a list.")
                .doesNotContain("I sit beside those who built it.");
    }

    @Test
    void a_question_is_turned_back_with_a_reason_that_reviewers_read() {
        asked("OPEN");
        assertThat(rule("turn-back", Map.of()).status()).isEqualTo(422);

        assertThat(rule("turn-back", Map.of("reason", "It would tell who they are."))
                        .status())
                .isEqualTo(200);

        assertThat(question().path("turnedBack").asString()).isEqualTo("It would tell who they are.");
        assertThat(people.caseOf(QuestionHands.DANA)).contains("It would tell who they are.");
        assertThat(rule("pass-on", Map.of()).status()).isEqualTo(409);
    }

    private void asked(String mode) {
        people.file(Map.of("mode", mode));
        sent(people.ask(QuestionHands.DANA));
        people.acknowledge();
    }

    private Answer rule(String what, Map<String, String> body) {
        String concern = "/api/concerns/" + people.id;
        return api.change(QuestionHands.OLGA, concern, concern + "/questions/1/" + what, body);
    }

    private JsonNode question() {
        return api.get(QuestionHands.OLGA, "/api/concerns/" + people.id)
                .body()
                .path("questions")
                .get(0);
    }
}
