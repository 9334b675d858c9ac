package org.contractethics.record.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a row of the access trail costs; prints, and judges no time. Measured by hand only: its name is that of no test of the build. */
@IntegrationTest
class AccessBenchmark {

    /** Of rows. */
    private final BenchmarkSize size = size();

    private final int warm = size.either(100, 1);
    private final AccessTrail trail;
    private final FixingAccess fixing;
    private final ConcernHands hands;
    private final RegisteringContracts registering;

    @Autowired
    AccessBenchmark(AccessTrail trail, FixingAccess fixing, MockMvcTester mvc, RegisteringContracts registering) {
        this.trail = trail;
        this.fixing = fixing;
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
    }

    BenchmarkSize size() {
        return BenchmarkSize.measured(500);
    }

    @Test
    void measure() throws Exception {
        rows(warm);
        print("row, one writer", rows(size.count()));
        print("row, eight writers", byEight());
        String page = "/contracts/"
                + registering
                        .register(
                                RegisteredContracts.aDraft("Bench " + UUID.randomUUID()),
                                "FORM",
                                RegisteredContracts.SOFIA)
                        .id();
        pages(page, warm);
        print("page of a contract, row included", pages(page, size.count() / 2));
        long start = System.nanoTime();
        fixing.fix();
        size.say("fixing what was written: %.1f ms%n", (System.nanoTime() - start) / 1e6);
    }

    private List<Long> rows(int count) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            trail.add(new Access(
                    Instant.parse("2026-11-26T10:00:00.123Z"),
                    "dana.whitfield",
                    AccessKind.CASE,
                    "1",
                    UUID.randomUUID(),
                    "GET",
                    "/contracts/{contractId}",
                    "SIGNED_IN",
                    null,
                    null));
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private List<Long> byEight() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> rows(size.count() / 4));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> done : writers.invokeAll(work)) {
                times.addAll(done.get());
            }
            return times;
        } finally {
            writers.shutdown();
        }
    }

    private List<Long> pages(String page, int count) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            hands.get(page, "dana.whitfield");
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private void print(String what, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        size.say(
                "%s: p50 %.2f ms, p95 %.2f ms%n",
                what, sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 95 / 100) / 1e6);
    }
}
