package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.anonymous.ReturnCode;
import org.junit.jupiter.api.Test;

/** Times of coming back by code, over HTTP; measured outside of the build because it takes minutes and wants a quiet machine. */
@IntegrationTest
class CodeTimingBenchmark {

    private final BenchmarkSize tries = size();
    private final int people = tries.either(50, 2);

    BenchmarkSize size() {
        return BenchmarkSize.measured(200);
    }

    /** S11 */
    @Test
    void a_known_code_takes_as_long_as_an_unknown_one() {
        String known = new Stranger().file("Timing");
        Random random = new Random(11);
        List<Long> right = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        for (int i = 0; i < tries.count(); i++) {
            right.add(micros(known));
            wrong.add(micros(ReturnCode.random(random).grouped()));
        }

        long difference = Math.abs(median(right) - median(wrong));
        tries.say("known %d us, unknown %d us, difference %d us%n", median(right), median(wrong), difference);
        if (tries.isMeasured()) {
            assertThat(difference).isLessThan(10_000).isLessThan(median(wrong) / 20);
        }
    }

    /** S13 */
    @Test
    void fifty_come_back_at_once() throws Exception {
        String code = new Stranger().file("Timing");
        ExecutorService pool = Executors.newFixedThreadPool(people);
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(pool.submit(() -> micros(code)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<Long> one : all) {
            times.add(one.get());
        }
        pool.shutdown();

        tries.say("median %d us, slowest %d us%n", median(times), Collections.max(times));
        if (tries.isMeasured()) {
            assertThat(Collections.max(times)).isLessThan(10_000_000);
        }
    }

    private static long micros(String code) {
        Stranger stranger = new Stranger();
        Map<String, String> form = Stranger.hidden(stranger.get("/speak/en/return"));
        long before = System.nanoTime();
        int status =
                stranger.post("/speak/en/return", form, Map.of("code", code)).statusCode();
        long took = (System.nanoTime() - before) / 1_000;
        assertThat(status).isIn(303, 401);
        return took;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
