package org.contractethics.webhook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.review.web.ReviewByApi;
import org.contractethics.shared.ContractId;
import org.contractethics.webhook.internal.SendingWebhooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the fact to the other system and back to the list: queued with it, signed, tried again, given up, sent again. */
@IntegrationTest
class WebhooksIT {

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final SendingWebhooks sending;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final DocumentStories stories;
    private final Policy policy;
    private final JdbcClient database;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer system;
    private String webhook;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    WebhooksIT(
            Environment settings,
            MockMvcTester mvc,
            SendingWebhooks sending,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Policy policy,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.policy = policy;
        this.mvc = mvc;
        this.sending = sending;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    @BeforeEach
    void subscribe() throws IOException {
        system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        system.createContext("/", this::answer);
        system.start();
        Answer subscribed = api.post("priya.raman", "/api/webhooks", request(url()));
        assertThat(subscribed.status()).as(subscribed.toString()).isEqualTo(201);
        assertThat(subscribed.body().path("secret").asString()).startsWith("whsec_");
        webhook = subscribed.body().path("id").asString();
    }

    @AfterEach
    void end() {
        api.send("priya.raman", "DELETE", "/api/webhooks/" + webhook, null, List.of());
        system.stop(0);
    }

    @Test
    void a_decision_is_told_and_the_delivery_is_seen_by_the_auditor() {
        ContractId contract = decided();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            sending.run();
            assertThat(state()).isEqualTo("DELIVERED");
        });

        assertThat(told).singleElement().asString().contains("decision.made", contract.toString());
        assertThat(api.get("august.lund", "/api/webhooks/deliveries").body().toString())
                .contains(contract.toString());
        assertThat(api.get("august.lund", "/api/webhooks").body().toString()).doesNotContain("whsec_");
        assertThat(mvc.get().uri("/webhooks").with(People.signedInAs("august.lund")))
                .hasStatusOk()
                .bodyText()
                .contains("Delivered", contract.toString())
                .doesNotContain("whsec_", "Send again<", "Tell this system");
    }

    @Test
    void what_was_taken_back_with_its_transaction_is_told_to_nobody() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Happened(
                            "decision-recorded",
                            new ContractId(UUID.randomUUID()),
                            "ruth.castillo",
                            Instant.now(),
                            Map.of("outcome", "REJECT"))
                    .whole());
            status.setRollbackOnly();
        });

        assertThat(count()).isZero();
    }

    @Test
    void a_message_that_does_not_arrive_is_tried_again_given_up_and_sent_again_by_legal() {
        status = 500;
        decided();
        for (int attempt = 1; attempt <= 8; attempt++) {
            int made = attempt;
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                sending.run();
                assertThat(attempts()).isGreaterThanOrEqualTo(made);
            });
            makeDue();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(state()).isEqualTo("GIVEN_UP"));
        assertThat(told).hasSize(8);

        status = 204;
        String again = "/api/webhooks/deliveries/" + delivery() + "/again";
        assertThat(api.post("august.lund", again, null).status()).isEqualTo(403);
        assertThat(api.post("priya.raman", again, null).status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            sending.run();
            assertThat(state()).isEqualTo("DELIVERED");
        });
    }

    @Test
    void a_system_that_does_not_answer_is_tried_once_in_a_round_and_keeps_no_other_waiting() {
        status = 500;
        database.sql(
                        """
                        insert into webhook.delivery (id, subscription_id, event, body, created_at, next_attempt_at)
                        select gen_random_uuid(), cast(:webhook as uuid), 'DECISION_MADE', '{}', now(), now()
                        from generate_series(1, 6)""")
                .param("webhook", webhook)
                .update();

        sending.run();

        assertThat(told)
                .as("one by this round, and one by that of the engine at most")
                .hasSizeBetween(1, 2);
        assertThat(count()).isEqualTo(6);
    }

    @Test
    void a_message_waits_for_the_older_ones_about_its_contract_until_they_are_given_up() {
        UUID contract = UUID.randomUUID();
        queued(contract, "decided", Duration.ofHours(1));
        queued(contract, "lapsed", Duration.ZERO);
        queued(UUID.randomUUID(), "another", Duration.ZERO);

        sending.run();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told).containsExactly("another"));
        sending.run();
        assertThat(told).containsExactly("another");

        database.sql("update webhook.delivery set state = 'GIVEN_UP', next_attempt_at = null where body = 'decided'")
                .update();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            sending.run();
            assertThat(told).containsExactly("another", "lapsed");
        });
    }

    private void queued(UUID contract, String body, Duration wait) {
        database.sql(
                        """
                        insert into webhook.delivery
                            (id, subscription_id, event, contract_id, body, created_at, next_attempt_at)
                        values (gen_random_uuid(), cast(:webhook as uuid), 'DECISION_MADE', :contract, :body, now(),
                            now() + :wait * interval '1 second')""")
                .param("webhook", webhook)
                .param("contract", contract)
                .param("body", body)
                .param("wait", wait.toSeconds())
                .update();
    }

    @Test
    void a_secret_that_does_not_open_counts_as_a_failed_attempt_and_holds_nobody_up() {
        String sound = webhook;
        webhook = sealedWithAnotherKey();
        decided();
        for (int attempt = 1; attempt <= 8; attempt++) {
            int made = attempt;
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                sending.run();
                assertThat(attempts()).isGreaterThanOrEqualTo(made);
            });
            makeDue();
        }

        assertThat(state()).isEqualTo("GIVEN_UP");
        assertThat(column("last_result", String.class))
                .isEqualTo("Its secret does not open with the key of the settings");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        database.sql("select count(*) from notification.notice where text like :words")
                                .param("words", "%other-key.example%secret does not open%")
                                .query(Integer.class)
                                .single())
                .isPositive());
        api.send("priya.raman", "DELETE", "/api/webhooks/" + webhook, null, List.of());
        webhook = sound;
        assertThat(state()).isEqualTo("DELIVERED");
    }

    private String sealedWithAnotherKey() {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into webhook.subscription (id, url, events, sealed_secret, created_by, created_at)
                        values (:id, 'https://other-key.example/', '{DECISION_MADE}', :sealed, 'priya.raman', now())""")
                .param("id", id)
                .param("sealed", ByteBuffer.allocate(80).put((byte) 1).array())
                .update();
        return id.toString();
    }

    @Test
    void what_waits_is_withdrawn_when_the_webhook_ends() {
        status = 503;
        decided();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            sending.run();
            assertThat(attempts()).isEqualTo(1);
        });

        assertThat(api.send("priya.raman", "DELETE", "/api/webhooks/" + webhook, null, List.of())
                        .status())
                .isEqualTo(204);

        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(api.post("priya.raman", "/api/webhooks/deliveries/" + delivery() + "/again", null)
                        .status())
                .isEqualTo(409);
        decided();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void only_legal_says_who_is_told() {
        for (String other : List.of("lena.hoffman", "sofia.marin", "ruth.castillo", "august.lund")) {
            assertThat(api.post(other, "/api/webhooks", request(url())).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(api.get("lena.hoffman", "/api/webhooks").status()).isEqualTo(403);
        Answer nowhere = api.post("priya.raman", "/api/webhooks", request("ftp://127.0.0.1/"));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.body().at("/fields/0/field").asString()).isEqualTo("url");
    }

    @Test
    void the_page_keeps_what_was_typed_and_shows_the_secret_once() throws Exception {
        assertThat(send("not an address", "DECISION_MADE"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the whole address", "value=\"not an address\"", "checked");
        MvcTestResult sent = send(url() + "page", "APPROVAL_LAPSED");
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(sent.getMvcResult().getFlashMap().values().toString())
                .as("what is flashed lies in the database")
                .doesNotContain("whsec_");
        String added = database.sql("select id from webhook.subscription where url = :url")
                .param("url", url() + "page")
                .query(UUID.class)
                .single()
                .toString();
        assertThat(mvc.post()
                        .uri("/webhooks/" + added + "/end")
                        .with(People.signedInAs("priya.raman"))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(database.sql("select count(*) from record.entry where kind = 'webhook-ended' and convert_from(body,"
                                + " 'UTF8') like :id")
                        .param("id", "%" + added + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_secret_lies_sealed_in_the_database_and_in_no_kept_answer() {
        String key = UUID.randomUUID().toString();
        List<String> headers = List.of("Idempotency-Key", key);
        Answer first = api.send("priya.raman", "POST", "/api/webhooks", request(url() + "sealed"), headers);
        Answer again = api.send("priya.raman", "POST", "/api/webhooks", request(url() + "sealed"), headers);

        assertThat(first.body().path("secret").asString()).startsWith("whsec_");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(again.raw().body()).doesNotContain("whsec_");
        assertThat(database.sql("select encode(body, 'escape') from access.kept_answer where idempotency_key = :key")
                        .param("key", key)
                        .query(String.class)
                        .single())
                .doesNotContain("whsec_");
        assertThat(database.sql("select count(*) from webhook.subscription where secret is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into webhook.subscription (id, url, events, secret, created_by, created_at)
                                values (gen_random_uuid(), 'https://x.example', '{DECISION_MADE}',
                                    'whsec_' || encode(sha256('x'), 'base64'), 'priya.raman', now())""")
                        .update())
                .hasMessageContaining("kept sealed");
        assertThatThrownBy(() -> database.sql("update webhook.subscription set sealed_secret = sealed_secret || 'x'")
                        .update())
                .hasMessageContaining("does not change");
        api.send(
                "priya.raman",
                "DELETE",
                "/api/webhooks/" + first.body().path("id").asString(),
                null,
                List.of());
    }

    @Test
    void what_was_told_cannot_be_rewritten() {
        decided();

        assertThatThrownBy(() ->
                        database.sql("update webhook.delivery set body = '{}'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("update webhook.subscription set url = 'https://elsewhere.example'")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private MvcTestResult send(String url, String event) {
        return mvc.post()
                .uri("/webhooks")
                .with(People.signedInAs("priya.raman"))
                .with(csrf())
                .param("url", url)
                .param("events", event)
                .exchange();
    }

    private static Map<String, Object> request(String url) {
        return Map.of("url", url, "events", Set.of("DECISION_MADE"));
    }

    private String url() {
        return "http://127.0.0.1:" + system.getAddress().getPort() + "/";
    }

    private ContractId decided() {
        return ReviewByApi.rejected(api, stories, database, policy);
    }

    /** The next pause is over. */
    private void makeDue() {
        database.sql("update webhook.delivery set next_attempt_at = now() - interval '1 second' where state ="
                        + " 'WAITING'")
                .update();
    }

    private String state() {
        return column("state", String.class);
    }

    private int attempts() {
        return column("attempts", Integer.class);
    }

    private String delivery() {
        return column("id", UUID.class).toString();
    }

    private <T> T column(String name, Class<T> type) {
        return database.sql("select " + name + " from webhook.delivery where subscription_id = cast(:id as uuid)")
                .param("id", webhook)
                .query(type)
                .single();
    }

    private int count() {
        return database.sql("select count(*) from webhook.delivery where subscription_id = cast(:id as uuid)")
                .param("id", webhook)
                .query(Integer.class)
                .single();
    }

    private void answer(HttpExchange exchange) throws IOException {
        told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
