package org.contractethics.concern.internal.anonymous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contractethics.shared.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CodeDerivationTests {

    private static final CodeSalt SALT = new CodeSalt(new byte[32]);

    private final ReturnCode code = ReturnCode.random(new Random(1));

    @Test
    void the_same_code_gives_the_same_lookup_and_key_and_the_two_have_nothing_in_common() {
        CodeDerivation derivation = derivation(2, Duration.ofSeconds(30));
        FilerKeys first = derivation.keysOf(code);
        FilerKeys second = derivation.keysOf(
                ReturnCode.parse(code.grouped().toLowerCase(Locale.ROOT)).orElseThrow());

        assertThat(first.lookup()).isEqualTo(second.lookup()).hasSize(32).isNotEqualTo(first.key());
        assertThat(first.key()).isEqualTo(second.key()).hasSize(32);
        assertThat(derivation.keysOf(ReturnCode.random(new Random(2))).lookup()).isNotEqualTo(first.lookup());
    }

    /** S13, with little memory: the gate is what keeps fifty from taking fifty times as much. */
    @Test
    void fifty_at_once_all_get_their_keys() throws Exception {
        CodeDerivation derivation = derivation(2, Duration.ofSeconds(30));
        ExecutorService people = Executors.newFixedThreadPool(50);
        CountDownLatch start = new CountDownLatch(1);
        try {
            var waiting = IntStream.range(0, 50)
                    .mapToObj(number -> people.submit(() -> {
                        start.await();
                        return derivation.keysOf(code).lookup();
                    }))
                    .toList();
            start.countDown();

            byte[] expected = derivation.keysOf(code).lookup();
            for (Future<byte[]> one : waiting) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whoever_waits_too_long_is_told_to_come_back() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CodeSalt slow = new CodeSalt(new byte[32]) {
            @Override
            byte[] bytes() {
                running.countDown();
                awaitQuietly(end);
                return super.bytes();
            }
        };
        CodeDerivation derivation = new CodeDerivation(settings(DataSize.ofKilobytes(64), 1, Duration.ZERO), slow);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<FilerKeys> first = other.submit(() -> derivation.keysOf(code));
        running.await();

        assertThatThrownBy(() -> derivation.asIfFor("x"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE));
        end.countDown();
        assertThat(first.get().key()).hasSize(32);
        other.shutdown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void settings_without_bounds_are_refused() {
        assertThatThrownBy(() -> settings(DataSize.ofGigabytes(4), 2, Duration.ZERO))
                .hasMessageContaining("code-memory");
        assertThatThrownBy(() -> settings(DataSize.ofMegabytes(1), 0, Duration.ZERO))
                .hasMessageContaining("codes-at-a-time");
    }

    private static CodeDerivation derivation(int atATime, Duration wait) {
        return new CodeDerivation(settings(DataSize.ofKilobytes(256), atATime, wait), SALT);
    }

    private static SpeakSettings settings(DataSize memory, int atATime, Duration wait) {
        return new SpeakSettings(URI.create("https://www.wikipedia.org/"), memory, 1, atATime, wait);
    }
}
