package org.contractethics.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends the test process where one test never comes to an end, and says where every thread stands. A build that waits for ever tells
 * nobody which test it waits for. {@code -Dtest.patience=PT4H} lets a measurement take longer.
 */
public final class Patience implements TestExecutionListener {

    private static final Duration USUAL = Duration.ofMinutes(12);

    private final Duration longest;
    private final Consumer<String> end;
    private @Nullable Thread watch;
    private volatile String lastSign = "the tests began";
    private volatile long lastSignAt = System.nanoTime();

    public Patience() {
        this(Duration.parse(System.getProperty("test.patience", USUAL.toString())), Patience::giveUp);
    }

    Patience(Duration longest, Consumer<String> end) {
        this.longest = longest;
        this.end = end;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        sign("the tests began");
        Thread thread = new Thread(this::watch, "test-patience");
        thread.setDaemon(true);
        thread.start();
        watch = thread;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        sign("began: " + test.getUniqueId());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        sign("ended: " + test.getUniqueId());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (watch != null) {
            watch.interrupt();
        }
    }

    private void sign(String what) {
        lastSign = what;
        lastSignAt = System.nanoTime();
    }

    private void watch() {
        try {
            while (System.nanoTime() - lastSignAt < longest.toNanos()) {
                Thread.sleep(Math.min(1_000, longest.toMillis()));
            }
        } catch (InterruptedException e) {
            return;
        }
        end.accept("No test began or ended for %s. The last that %s".formatted(longest, lastSign));
    }

    /** Ends this process at once: shutdown hooks would wait for what hangs. */
    static void giveUp(String why) {
        System.err.println("[local] GIVEN UP: " + why);
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            System.err.println(thread.getKey());
            for (StackTraceElement frame : thread.getValue()) {
                System.err.println("    at " + frame);
            }
        }
        lastWordsOfPostgres().forEach(System.err::println);
        System.err.println("[local] GIVEN UP: " + why);
        System.err.flush();
        Runtime.getRuntime().halt(70);
    }

    /** It tells who waits for whom. */
    private static List<String> lastWordsOfPostgres() {
        try {
            List<String> lines = Files.readAllLines(
                    Path.of(LocalOptions.directory(), "log", "postgresql.log"), StandardCharsets.ISO_8859_1);
            return lines.subList(Math.max(0, lines.size() - 60), lines.size());
        } catch (IOException none) {
            return List.of("PostgreSQL has no log in " + LocalOptions.directory());
        }
    }
}
