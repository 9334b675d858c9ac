package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy.Witness;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** One witness, or authority, that never ends its answer keeps nobody from signing, and fills no memory. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class EndlessAnswersTests {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    EndlessAnswersTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            waited();
        });
        server.createContext("/endless", EndlessAnswersTests::endless);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The clients wait for five seconds. */
    @Test
    void an_answer_that_stops_half_way_is_given_up() {
        BoundedExchange exchange = new BoundedExchange(HttpClient.newHttpClient(), Duration.ofMillis(300), 10);

        assertThatThrownBy(() -> exchange.send(
                        HttpRequest.newBuilder(URI.create(address("/silent"))).build()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole answer");
    }

    @Test
    void an_answer_without_end_is_given_up() {
        assertThatThrownBy(() -> new WitnessClient().add(witness("/endless"), "old 0\n\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer");
        assertThatThrownBy(() -> new TimestampClient().stamp(address("/endless"), new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer");
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] piece = new byte[8_192];
        while (!Thread.currentThread().isInterrupted()) {
            exchange.getResponseBody().write(piece);
        }
    }

    private void waited() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Witness witness(String path) throws NotProvenException {
        String key = SigningKey.ofWitness("w", new byte[SigningKey.SECRET]).verifierKey();
        return new Witness("w", VerifierKey.parse(key), address(path));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
