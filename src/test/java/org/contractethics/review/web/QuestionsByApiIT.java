package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to the account owner by calls of the API: the clock stands still until the answer, as from the pages. */
@IntegrationTest
class QuestionsByApiIT {

    private static final Map<String, String> QUESTION =
            Map.of("stage", "document-check", "question", "Where is Annex B?");

    private final ReviewByApi review;
    private final JdbcClient database;

    @Autowired
    QuestionsByApiIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        DocumentStories stories = new DocumentStories(registering, uploading, documents);
        this.review = ReviewByApi.submitted(new ApiCalls(settings), stories, database, policy);
        this.database = database;
    }

    @Test
    void a_question_stops_the_clock_and_its_answer_starts_it_again() {
        review.claim("document-check", "priya.raman");
        review.declare("document-check", "priya.raman");
        Answer asked = ask("priya.raman", QUESTION);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        String path = asked.raw().headers().firstValue("Location").orElseThrow();
        assertThat(clockStopped()).isTrue();
        assertThat(ask("priya.raman", QUESTION).status()).isEqualTo(409);

        Answer foreign = review.api.post("priya.raman", path + "/answer", Map.of("answer", "Here"));
        assertThat(foreign.status()).isEqualTo(403);
        Answer empty = review.api.post(ReviewByApi.OWNER, path + "/answer", Map.of("answer", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().at("/fields/0/field").asString()).isEqualTo("answer");
        Answer answered = review.api.post(ReviewByApi.OWNER, path + "/answer", Map.of("answer", "In the mail."));

        assertThat(answered.body().path("state").asString())
                .as(answered.toString())
                .isEqualTo("ANSWERED");
        assertThat(clockStopped()).isFalse();
        assertThat(review.api
                        .get("priya.raman", review.path() + "/questions")
                        .body()
                        .at("/0/answer")
                        .asString())
                .isEqualTo("In the mail.");
        assertThat(review.api
                        .post(ReviewByApi.OWNER, path + "/answer", Map.of("answer", "Again"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_question_is_withdrawn_by_who_works_on_its_stage() {
        review.claim("document-check", "priya.raman");
        review.declare("document-check", "priya.raman");
        String path = ask("priya.raman", QUESTION)
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(review.api.post("tariq.osman", path + "/withdrawal", null).status())
                .isEqualTo(403);
        Answer withdrawn = review.api.post("priya.raman", path + "/withdrawal", null);

        assertThat(withdrawn.body().path("state").asString())
                .as(withdrawn.toString())
                .isEqualTo("WITHDRAWN");
        assertThat(clockStopped()).isFalse();
    }

    @Test
    void nobody_asks_without_holding_the_task_nor_reads_without_a_part() {
        assertThat(ask("priya.raman", QUESTION).status()).isEqualTo(409);
        Answer vote = ask("priya.raman", Map.of("stage", "vote", "question", "Why?"));
        assertThat(vote.status()).isEqualTo(422);
        assertThat(vote.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(review.api.get("erin.walsh", review.path() + "/questions").status())
                .isEqualTo(404);
    }

    @Test
    void the_same_call_sent_twice_asks_once() {
        review.claim("document-check", "priya.raman");
        review.declare("document-check", "priya.raman");
        List<String> key = List.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = review.api.send("priya.raman", "POST", review.path() + "/questions", QUESTION, key);
        Answer again = review.api.send("priya.raman", "POST", review.path() + "/questions", QUESTION, key);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    private Answer ask(String person, Map<String, String> question) {
        return review.api.post(person, review.path() + "/questions", question);
    }

    private boolean clockStopped() {
        return database.sql(
                        """
                        select stopped_at is not null from workflow.inbox_item
                        where subject_id = cast(:review as uuid) and task_key = 'document-check'""")
                .param("review", review.review)
                .query(Boolean.class)
                .single();
    }
}
