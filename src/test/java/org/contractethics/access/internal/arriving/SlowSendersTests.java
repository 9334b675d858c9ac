package org.contractethics.access.internal.arriving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Bad input 12: one byte a second, through a real server. */
class SlowSendersTests {

    private static final int THREADS = 12;
    private static final ArrivingSettings SETTINGS =
            new ArrivingSettings(DataSize.ofBytes(1000), Duration.ofMillis(400), 6);

    private static SlowServer server;

    private final ExecutorService senders = Executors.newCachedThreadPool();

    @BeforeAll
    static void start() {
        server = new SlowServer(SETTINGS, THREADS, true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nobodySendsAnyMore() {
        senders.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "/parts,  multipart/form-data; boundary=b,    Content-Length: 100000, --b|Content-Disposition: form-data; name=a||",
        "/body,   application/json,                   Content-Length: 100000, [",
        "/body,   application/json,                   Content-Length: 100000, ''",
        "/body,   application/json,                   Transfer-Encoding: chunked, 5000|"
    })
    void whoever_sends_a_byte_now_and_then_is_given_up_and_the_connection_is_freed(
            String path, String type, String length, String beginning) throws Exception {
        try (Socket socket = server.begin(path, type, length)) {
            SlowServer.send(socket, beginning.replace("|", "\r\n"));
            Future<?> dribbling = senders.submit(() -> dribble(socket, beginning.isEmpty()));

            String answer = SlowServer.rest(socket);

            assertThat(answer).startsWith("HTTP/1.1 408 ").containsIgnoringCase("Connection: close");
            assertThat(answer).contains("This took too long to arrive", "Nothing of it was stored");
            dribbling.cancel(true);
        }
        assertThat(server.file()).isEqualTo(200);
    }

    /** The server takes the sender of a form for gone when its reading fails, and says nothing any more. */
    @Test
    void whoever_sends_a_form_so_is_given_up_as_well() throws Exception {
        try (Socket socket = server.begin("/form", "application/x-www-form-urlencoded", "Content-Length: 100000")) {
            Future<?> dribbling = senders.submit(() -> dribble(socket, false));

            assertThat(SlowServer.rest(socket)).isEmpty();
            dribbling.cancel(true);
        }
    }

    /** Whether the sender is silent altogether is nothing to the server. */
    private static Void dribble(Socket socket, boolean silent) throws Exception {
        while (!silent) {
            SlowServer.send(socket, "0");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return null;
    }

    @Test
    void a_slow_but_honest_connection_gets_through_and_stays_open() throws Exception {
        String piece = "x".repeat(600);
        int pieces = 15;
        try (Socket socket = server.begin("/body", "text/plain", "Content-Length: " + piece.length() * pieces)) {
            for (int number = 0; number < pieces; number++) {
                TimeUnit.MILLISECONDS.sleep(75);
                SlowServer.send(socket, piece);
            }
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void what_is_refused_unread_is_read_to_its_end_so_that_the_refusal_is_seen_but_not_for_ever() throws Exception {
        try (Socket socket = server.begin("/unread", "text/plain", "Connection: close\r\nContent-Length: 3000000")) {
            SlowServer.send(socket, "x".repeat(3_000_000));
            assertThat(SlowServer.rest(socket)).startsWith("HTTP/1.1 413 ");
        }
        try (Socket socket = server.begin("/unread", "text/plain", "Content-Length: 3000000")) {
            assertThat(SlowServer.rest(socket)).as("it ends").startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void more_slow_senders_than_threads_stop_nobody_from_filing() throws Exception {
        List<Future<?>> slow = new ArrayList<>();
        for (int number = 0; number < 3 * THREADS; number++) {
            slow.add(senders.submit(this::sendSlowlyAgainAndAgain));
        }
        TimeUnit.MILLISECONDS.sleep(700);

        for (int number = 0; number < 5; number++) {
            long began = System.nanoTime();
            assertThat(server.file()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }

        assertThat(slow).noneMatch(Future::isDone);
    }

    private Void sendSlowlyAgainAndAgain() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket socket = server.begin("/form", "application/x-www-form-urlencoded", "Content-Length: 100000")) {
                var unused = dribble(socket, false);
            } catch (IOException givenUp) {
                // once more
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    @Test
    void settings_that_would_wait_for_nobody_are_refused() {
        assertThatThrownBy(() -> new ArrivingSettings(DataSize.ofBytes(1), Duration.ZERO, 6))
                .hasMessageContaining("contract-ethics.arriving.patience");
        assertThatThrownBy(() -> new ArrivingSettings(DataSize.ofBytes(1), Duration.ofSeconds(1), 0))
                .hasMessageContaining("slow-together");
    }
}
