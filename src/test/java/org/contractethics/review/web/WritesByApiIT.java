package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.FullTable;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.shared.RecurringWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A write happens once under its key, on what its caller saw, or not at all. */
@IntegrationTest
class WritesByApiIT {

    private static final String SALES = "sofia.marin";

    private final ApiCalls api;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;
    private final List<RecurringWork> work;

    @Autowired
    WritesByApiIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy,
            List<RecurringWork> work) {
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
        this.work = work;
    }

    @Test
    void the_same_key_with_the_same_body_gives_back_the_first_answer() {
        String key = UUID.randomUUID().toString();
        String title = "Hosting " + key;

        Answer first = register(key, title);
        Answer second = register('"' + key + '"', title);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.tag()).isEqualTo(first.tag()).isNotEmpty();
        assertThat(second.raw().headers().firstValue("Location"))
                .isEqualTo(first.raw().headers().firstValue("Location"))
                .isPresent();
        assertThat(second.raw().headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(registered(title)).isEqualTo(1);
    }

    @Test
    void of_two_that_come_at_once_both_get_the_answer_of_the_one_that_was_done() throws Exception {
        String key = UUID.randomUUID().toString();
        String title = "Hosting " + key;
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Answer> call = () -> {
            together.await();
            return register(key, title);
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = two.invokeAll(List.of(call, call));

            assertThat(answers.get(0).get().raw().body())
                    .isEqualTo(answers.get(1).get().raw().body());
            assertThat(answers.get(0).get().status()).isEqualTo(201);
            assertThat(registered(title)).isEqualTo(1);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void the_same_key_for_something_else_is_a_mistake_and_of_somebody_else_a_key_of_their_own() {
        String key = UUID.randomUUID().toString();
        register(key, "Hosting " + key);

        Answer reused = register(key, "Something else");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.body().path("type").asString()).endsWith("/idempotency-key-reused");

        Answer others = api.send(
                "tom.lindqvist", "POST", "/api/contracts", facts("Of Tom " + key), List.of("Idempotency-Key", key));
        assertThat(others.status()).isEqualTo(201);
    }

    @Test
    void without_a_key_nothing_is_posted() {
        Answer missing = api.send(SALES, "POST", "/api/contracts", facts("No key"), List.of());
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(missing.body().path("type").asString()).endsWith("/idempotency-key-missing");
        assertThat(registered("No key")).isZero();
    }

    @Test
    void a_key_that_is_none_is_said_to_be_malformed_and_nothing_is_posted() {
        for (String key : List.of("two words", "k".repeat(256), "a,b")) {
            Answer malformed = register(key, "Bad key");

            assertThat(malformed.status()).as(key).isEqualTo(400);
            assertThat(malformed.body().path("type").asString()).endsWith("/idempotency-key-malformed");
            assertThat(malformed.body().path("title").asString()).isEqualTo("Idempotency-Key is malformed");
        }
        assertThat(registered("Bad key")).isZero();
    }

    @Test
    void a_field_that_nobody_knows_is_named_and_nothing_is_kept_without_it() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> misspelt = new HashMap<>(facts("Misspelt " + key));
        misspelt.put("descripton", "What it is for");

        Answer refused = api.send(SALES, "POST", "/api/contracts", misspelt, List.of("Idempotency-Key", key));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fields").toString())
                .contains("\"field\":\"descripton\"", "There is no such field here. Known are", "description");
        assertThat(registered("Misspelt " + key)).isZero();
    }

    /** Bad input 23, of the thing itself and of the key it is done under */
    @ParameterizedTest
    @CsvSource({"contract.contract, title", "access.kept_answer, idempotency_key"})
    void while_the_disk_of_the_database_is_full_nothing_is_half_done_and_the_key_stays_free(
            String table, String column) {
        String key = UUID.randomUUID().toString();
        Answer refused = FullTable.whileFull(
                table, "new." + column + " like '%" + key + "'", () -> register(key, "Hosting " + key));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body().path("detail").asString())
                .contains("no room left", "Nothing was changed", "the same Idempotency-Key");
        assertThat(registered("Hosting " + key)).isZero();
        assertThat(register(key, "Hosting " + key).status()).isEqualTo(201);
        assertThat(registered("Hosting " + key)).isEqualTo(1);
    }

    @Test
    void a_refusal_leaves_the_key_free_and_nothing_behind() {
        String key = UUID.randomUUID().toString();
        String title = "Hosting " + key;
        Answer refused =
                api.send(SALES, "POST", "/api/contracts", Map.of("title", title), List.of("Idempotency-Key", key));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString()).contains("\"field\":\"supplier\"", "awardingAgency");
        assertThat(kept(key)).isZero();

        assertThat(register(key, title).status()).isEqualTo(201);
        assertThat(kept(key)).isEqualTo(1);
    }

    @Test
    void an_answer_is_removed_after_its_day() {
        String key = UUID.randomUUID().toString();
        register(key, "Hosting " + key);
        database.sql(
                        "update access.kept_answer set kept_until = now() - interval '1 minute' where idempotency_key = :key")
                .param("key", key)
                .update();

        work.forEach(RecurringWork::run);

        assertThat(kept(key)).isZero();
    }

    @Test
    void a_change_names_what_its_author_saw() {
        Answer first = register(UUID.randomUUID().toString(), "Hosting " + UUID.randomUUID());
        String path = "/api/contracts/" + first.body().path("id").asString();

        Answer blind = api.send(SALES, "PUT", path, facts("Changed"), List.of());
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.body().path("type").asString()).endsWith("/precondition-required");
        Answer changed = api.send(SALES, "PUT", path, facts("Changed"), List.of("If-Match", first.tag()));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.tag()).isNotEqualTo(first.tag());
        Answer late = api.send(SALES, "PUT", path, facts("Changed late"), List.of("If-Match", first.tag()));
        assertThat(late.status()).isEqualTo(412);
        assertThat(api.get(SALES, path).body().path("title").asString()).isEqualTo("Changed");
        assertThat(api.send(SALES, "GET", path, null, List.of("If-None-Match", changed.tag()))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void an_upload_that_is_broken_or_too_large_is_refused_by_name() {
        String documents = "/api/contracts/" + stories.aContract() + "/documents";

        Answer broken = api.post(DocumentStories.TOM.username(), documents, "x", "Content-Type", "multipart/form-data");
        assertThat(broken.status()).as(broken.toString()).isEqualTo(400);
        assertThat(broken.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        Answer mixed = api.post(SALES, "/api/contracts", "x", "Content-Type", "multipart/mixed; boundary=b");
        assertThat(mixed.status()).as(mixed.toString()).isEqualTo(415);
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                + "x".repeat(51 * 1024 * 1024) + "\r\n--b--\r\n";
        Answer large = api.post(
                DocumentStories.TOM.username(), documents, file, "Content-Type", "multipart/form-data; boundary=b");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_day_that_nobody_means_is_refused_by_name() {
        Answer far = api.post(
                DocumentStories.TOM.username(),
                "/api/contracts/" + stories.aContract() + "/reviews",
                Map.of("endUse", "Hosting", "plannedSignature", "+999999999-12-31"));

        assertThat(far.status()).as(far.toString()).isEqualTo(400);
        assertThat(far.body().at("/fields/0/field").asString()).isEqualTo("plannedSignature");
    }

    @Test
    void a_stage_is_completed_on_the_review_that_was_read() {
        ReviewByApi review = review();
        review.claim("document-check", "priya.raman");
        String step = review.path() + "/stages/document-check";
        Answer seen = api.get("priya.raman", review.path());

        assertThat(api.post("priya.raman", step, review.documents()).status()).isEqualTo(428);
        assertThat(api.post("priya.raman", step, review.documents(), "If-Match", "\"other\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.post("priya.raman", step, review.documents(), "If-Match", seen.tag())
                        .status())
                .isEqualTo(200);
        assertThat(api.post("priya.raman", step, review.documents(), "If-Match", seen.tag())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void a_stage_sent_twice_under_one_key_is_completed_once() {
        ReviewByApi review = review();
        review.claim("document-check", "priya.raman");
        review.declare("document-check", "priya.raman");
        List<String> headers = List.of(
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                api.get("priya.raman", review.path()).tag());
        Map<String, Object> body = review.documents();

        Answer first = api.send("priya.raman", "POST", review.path() + "/stages/document-check", body, headers);
        Answer second = api.send("priya.raman", "POST", review.path() + "/stages/document-check", body, headers);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(database.sql("select count(*) from review.stage_result where review_id = cast(:id as uuid)")
                        .param("id", review.review)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void many_claims_in_one_call_stand_or_fall_one_by_one() {
        ReviewByApi free = review();
        ReviewByApi taken = review();
        taken.claim("document-check", "leo.brandt");
        List<String> tasks = List.of(taken.task("document-check"), free.task("document-check"), "nothing");

        Answer answer = api.post("priya.raman", "/api/inbox/claims", Map.of("tasks", tasks));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().findValuesAsString("result")).containsExactly("TAKEN", "CLAIMED", "UNKNOWN");
        assertThat(api.post("priya.raman", "/api/inbox/tasks/" + tasks.get(1) + "/return", null)
                        .status())
                .isEqualTo(204);
        free.claim("document-check", "leo.brandt");
    }

    @Test
    void what_cannot_be_read_is_named_by_its_place() {
        ReviewByApi review = review();
        Answer word = review.send("priya.raman", "stages/legal-stop", Map.of("result", "PERHAPS"));
        assertThat(word.status()).isEqualTo(400);
        assertThat(word.body().at("/fields/0/field").asString()).isEqualTo("result");
        assertThat(word.body().at("/fields/0/message").asString()).contains("CLEAR", "STOP");
        Answer broken = api.post("priya.raman", "/api/inbox/claims", "{broken");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().path("type").asString()).endsWith("/malformed");
        Answer nothing = api.post("priya.raman", "/api/inbox/claims", "{\"tasks\":[\"x\",null]}");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.body().at("/fields/0/field").asString()).isEqualTo("tasks[1]");
        Answer unanswered =
                review.send("ruth.castillo", "stages/decision", "{\"askedAnswers\":{\"leo.brandt/1\":null}}");
        assertThat(unanswered.status()).isEqualTo(400);
        assertThat(unanswered.body().at("/fields/0/field").asString()).isEqualTo("askedAnswers.leo.brandt/1");
        Answer large = api.post("priya.raman", "/api/inbox/claims", "\"" + "x".repeat(3_000_000) + "\"");
        assertThat(large.status()).isEqualTo(413);
        assertThat(api.get("priya.raman", "/api/reviews/" + UUID.randomUUID())
                        .body()
                        .path("type")
                        .asString())
                .endsWith("/not-found");
        assertThat(api.send("priya.raman", "DELETE", review.path(), null, List.of())
                        .status())
                .isEqualTo(405);
    }

    private Answer register(String key, String title) {
        return api.send(SALES, "POST", "/api/contracts", facts(title), List.of("Idempotency-Key", key));
    }

    private ReviewByApi review() {
        return ReviewByApi.submitted(api, stories, database, policy);
    }

    private int registered(String title) {
        return database.sql("select count(*) from contract.contract where title = :title")
                .param("title", title)
                .query(Integer.class)
                .single();
    }

    private int kept(String key) {
        return database.sql("select count(*) from access.kept_answer where idempotency_key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> facts(String title) {
        return Map.of("title", title, "awardingAgency", "CBP", "supplier", "Example Inc.", "currency", "USD");
    }
}
