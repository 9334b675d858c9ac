package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Reviewers weigh concerns about a contract and ask their filers by calls of the API. */
@IntegrationTest
class WeighingByApiIT {

    private final QuestionHands people;
    private final ApiCalls api;
    private final JdbcClient database;
    private final String list;

    @Autowired
    WeighingByApiIT(MockMvcTester mvc, RegisteringContracts registering, Environment settings, JdbcClient database) {
        this.people = new QuestionHands(mvc, registering);
        this.api = new ApiCalls(settings);
        this.database = database;
        this.list = "/api/contracts/" + people.contract.id() + "/concerns";
    }

    @Test
    void a_reviewer_asks_on_what_they_saw_and_reads_what_became_of_it() {
        people.file(Map.of("mode", "OPEN"));
        String seen = api.get(QuestionHands.DANA, list).tag();
        JsonNode weighed = weighed(QuestionHands.DANA);
        assertThat(weighed.path("mayAsk").asBoolean()).isTrue();
        assertThat(weighed.path("text").asString()).isNotEmpty();

        assertThat(ask(QuestionHands.DANA, people.question).status()).isEqualTo(428);
        assertThat(ask(QuestionHands.DANA, " ", "If-Match", seen).status()).isEqualTo(422);
        Answer asked = ask(QuestionHands.DANA, people.question, "If-Match", seen);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        assertThat(asked.body().path("asked").asInt()).isEqualTo(1);
        assertThat(asked.raw().body()).doesNotContain(people.canary);
        assertThat(ask(QuestionHands.DANA, people.question, "If-Match", seen).status())
                .as("sent again")
                .isEqualTo(412);

        people.acknowledge();
        sent(people.turnBack("It would tell who they are."));
        JsonNode question = weighed(QuestionHands.DANA).path("questions").get(0);
        assertThat(question.path("text").asString()).isEqualTo(people.question);
        assertThat(question.path("turnedBack").asString()).isEqualTo("It would tell who they are.");
    }

    @Test
    void of_a_confidential_concern_a_reviewer_reads_no_text() {
        people.file(Map.of("mode", "CONFIDENTIAL"));

        JsonNode weighed = weighed(QuestionHands.DANA);

        assertThat(weighed.path("text").asString()).isEmpty();
        assertThat(weighed.path("notShown").asString()).contains("only the ombuds reads its text");
    }

    @Test
    void whoever_weighs_none_gets_none_and_asks_nothing() {
        people.file(Map.of("mode", "OPEN"));
        String none = "/api/contracts/" + people.contract.id() + "/concerns/" + UUID.randomUUID() + "/questions";

        assertThat(api.get("sofia.marin", list).status()).isEqualTo(403);
        assertThat(api.get(QuestionHands.ERIN, list).status()).isEqualTo(403);
        assertThat(api.post(QuestionHands.DANA, none, Map.of("question", "Who?"), "If-Match", "*")
                        .status())
                .isEqualTo(404);
        Answer elsewhere = api.get(QuestionHands.DANA, "/api/contracts/" + UUID.randomUUID() + "/concerns");
        assertThat(elsewhere.raw().body()).isEqualTo("[]");
    }

    @Test
    void nothing_is_kept_of_who_asked() {
        people.file(Map.of("mode", "OPEN"));
        int before = kept();

        assertThat(ask(QuestionHands.DANA, people.question, "If-Match", "*").status())
                .isEqualTo(200);

        assertThat(kept()).isEqualTo(before);
    }

    private Answer ask(String person, String question, String... headers) {
        return api.post(person, list + "/" + people.id + "/questions", Map.of("question", question), headers);
    }

    private JsonNode weighed(String person) {
        Answer answer = api.get(person, list);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<JsonNode> found = answer.body()
                .valueStream()
                .filter(one -> one.path("id").asString().equals(people.id))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username = :dana")
                .param("dana", QuestionHands.DANA)
                .query(Integer.class)
                .single();
    }
}
