package org.contractethics.report.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What is reachable while something runs: garbage is collected again and again meanwhile, so that only what is held counts. */
final class LiveMemory {

    private static final int BETWEEN_MILLIS = 250;

    private LiveMemory() {}

    /** Megabytes held at most over what was held before. */
    static long heldBy(Supplier<byte[]> work) {
        long before = held();
        AtomicLong most = new AtomicLong(before);
        CountDownLatch done = new CountDownLatch(1);
        Thread sampling = new Thread(() -> sample(most, done), "live-memory");
        sampling.start();
        byte[] written = work.get();
        done.countDown();
        try {
            sampling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (written.length == 0) {
            throw new IllegalStateException("nothing was written");
        }
        return (most.get() - before) >> 20;
    }

    private static void sample(AtomicLong most, CountDownLatch done) {
        try {
            while (!done.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
                most.accumulateAndGet(held(), Math::max);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
