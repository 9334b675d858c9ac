package org.contractethics.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contractethics.webhook.internal.WebhookSender.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookSenderTests {

    private static final String SECRET = "whsec_" + "A".repeat(43) + "=";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final WebhookSender local = sender(true);
    private HttpServer system;

    @BeforeEach
    @SuppressWarnings("NullAway.Init") // started before each test
    void start() throws IOException {
        system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        system.createContext("/", this::answer);
        system.start();
    }

    @AfterEach
    void stop() throws IOException {
        system.stop(0);
        local.destroy();
    }

    @Test
    void sends_the_body_with_a_signature_that_the_secret_explains() {
        Delivery delivery = delivery("/204");

        Result result = local.send(delivery, SECRET, NOW);

        assertThat(result).isEqualTo(new Result(true, "Answered 204"));
        assertThat(asked).containsExactly("POST /204 {\"type\":\"decision.made\"}");
        assertThat(signatures)
                .containsExactly(WebhookSignature.of(SECRET, "msg_" + delivery.id(), 1_700_000_000L, delivery.body()));
    }

    @Test
    void follows_no_redirect() {
        assertThat(local.send(delivery("/302"), SECRET, NOW)).isEqualTo(new Result(false, "Answered 302"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_failure_of_the_other_side_is_no_arrival() {
        assertThat(local.send(delivery("/500"), SECRET, NOW).arrived()).isFalse();
        system.stop(0);
        assertThat(local.send(delivery("/204"), SECRET, NOW)).isEqualTo(new Result(false, "No connection"));
    }

    @Test
    void reaches_nothing_in_the_own_network_whatever_the_address_says() throws IOException {
        WebhookSender production = sender(false);

        assertThat(production.send(delivery("/204"), SECRET, NOW).arrived()).isFalse();
        assertThat(production.send(delivery("localhost", "/204"), SECRET, NOW).words())
                .contains("not sent there");
        assertThat(asked).isEmpty();
        production.destroy();
    }

    private static WebhookSender sender(boolean privateAddresses) {
        return new WebhookSender(new WebhookAddresses(new WebhookSettings("", true, privateAddresses)));
    }

    private Delivery delivery(String path) {
        return delivery("127.0.0.1", path);
    }

    private Delivery delivery(String host, String path) {
        return new Delivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                URI.create("http://" + host + ":" + system.getAddress().getPort() + path),
                WebhookEvent.DECISION_MADE,
                "{\"type\":\"decision.made\"}",
                Delivery.State.WAITING,
                1,
                NOW,
                NOW,
                NOW,
                null);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        signatures.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
        exchange.getResponseHeaders().add("Location", "/204");
        exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
        exchange.close();
    }
}
