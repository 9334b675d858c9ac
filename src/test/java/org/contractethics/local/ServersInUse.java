package org.contractethics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Keeps the servers of one process up while test processes beside it still use them. Whoever uses them holds a shared lock on one file;
 * the system lets it go when that process ends, however it ends.
 */
final class ServersInUse {

    /** No test run takes longer; a process that hangs must not keep the servers for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final Duration ROUND = Duration.ofSeconds(15);

    /** A busy machine may leave one question without an answer. */
    static final int SILENT_ROUNDS = 6;

    /** Kept from the garbage collector, which would let the locks go. */
    private static final List<FileLock> HELD = new ArrayList<>();

    private ServersInUse() {}

    /** Until this process ends. */
    static void hold(Path root) throws IOException {
        HELD.add(channel(root).lock(0, Long.MAX_VALUE, true));
    }

    /** Where the servers are gone no test can pass any more, and each would wait half a minute to say so: this process ends. */
    static void endWith(BooleanSupplier answer) {
        Thread watch = new Thread(
                () -> {
                    awaitGone(answer, ROUND);
                    Patience.giveUp("PostgreSQL does not answer any more.");
                },
                "servers-in-use");
        watch.setDaemon(true);
        watch.start();
    }

    /** Returns when there was no answer in {@value #SILENT_ROUNDS} rounds after each other. */
    static void awaitGone(BooleanSupplier answer, Duration round) {
        int silent = 0;
        while (silent < SILENT_ROUNDS) {
            ServerProcess.pause(round);
            silent = answer.getAsBoolean() ? 0 : silent + 1;
        }
    }

    /** Returns when no other process holds them, or after {@link #LONGEST}. */
    static void awaitAlone(Path root) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (FileChannel file = channel(root)) {
            while (System.nanoTime() < deadline && !alone(file)) {
                ServerProcess.pause();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean alone(FileChannel file) throws IOException {
        FileLock lock = file.tryLock();
        if (lock != null) {
            lock.release();
        }
        return lock != null;
    }

    private static FileChannel channel(Path root) throws IOException {
        return FileChannel.open(
                root.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
