package org.contractethics.access.internal.arriving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** How long others wait while many send one byte a second and come back at once when they are given up; not part of the build. */
class SlowSendersBenchmark {

    private static final int THREADS = 200;
    private static final int ASKED = 40;
    private static final int NOT_ANSWERED = 30_000;

    @ParameterizedTest
    @CsvSource({"200, false", "200, true", "400, true", "1000, true"})
    void others_file_meanwhile(int slow, boolean bounded) throws Exception {
        ArrivingSettings settings = new ArrivingSettings(DataSize.ofKilobytes(1), Duration.ofSeconds(30), 60);
        ExecutorService senders = Executors.newCachedThreadPool();
        try (SlowServer server = new SlowServer(settings, THREADS, bounded)) {
            for (int number = 0; number < slow; number++) {
                var unused = senders.submit(() -> sendSlowlyAgainAndAgain(server));
            }
            TimeUnit.SECONDS.sleep(5);

            List<Long> times = new ArrayList<>();
            for (int number = 0; number < (bounded ? ASKED : 1); number++) {
                times.add(filed(server));
                TimeUnit.MILLISECONDS.sleep(500);
            }

            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%d slow senders, %s: %d filings, median %d ms, slowest %d ms (%d: not answered)%n",
                    slow,
                    bounded ? "bounded" : "as the server is by itself",
                    times.size(),
                    times.get(times.size() / 2),
                    times.get(times.size() - 1),
                    NOT_ANSWERED);
            assertThat(times.get(times.size() - 1) < NOT_ANSWERED).isEqualTo(bounded);
        } finally {
            senders.shutdownNow();
        }
    }

    private static long filed(SlowServer server) {
        long began = System.nanoTime();
        try {
            assertThat(server.file()).isEqualTo(200);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        } catch (IOException notAnswered) {
            return NOT_ANSWERED;
        }
    }

    private static Void sendSlowlyAgainAndAgain(SlowServer server) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket socket =
                    server.begin("/form", "application/x-www-form-urlencoded", "Content-Length: 1000000")) {
                while (true) {
                    SlowServer.send(socket, "x");
                    TimeUnit.SECONDS.sleep(1);
                }
            } catch (IOException givenUp) {
                // once more
            }
        }
        return null;
    }
}
