package org.contractethics.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is reachable while something runs: garbage is collected again and again meanwhile, so that only what is held counts. */
final class LiveMemory {

    private static final int BETWEEN_MILLIS = 250;

    /** Something that is written. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private LiveMemory() {}

    /** Megabytes held at most over what was held before; what is written goes into the file. */
    static long heldBy(Writing work, Path file) throws IOException {
        long before = held();
        AtomicLong most = new AtomicLong(before);
        CountDownLatch done = new CountDownLatch(1);
        Thread sampling = new Thread(() -> sample(most, done), "live-memory");
        sampling.start();
        try (OutputStream out = Files.newOutputStream(file)) {
            work.to(out);
        } finally {
            done.countDown();
        }
        try {
            sampling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (Files.size(file) == 0) {
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

    /** As the collector left it, so that what is allocated before the question is answered does not count. */
    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
