package org.contractethics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One server as a child process that cannot outlive this one. A small shell in between holds the read end of our pipe: when the
 * pipe closes, because we ask for it or because we were killed, it stops the server.
 */
final class ServerProcess {

    /** A session of its own keeps a terminal's Ctrl-C away from the server until the application has closed. */
    private static final boolean OWN_SESSION = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private static final String WATCH =
            """
            trap "" INT
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            {
                read -r _ <&3
                kill -%s $child
                waited=0
                while kill -0 $child && [ $waited -lt 50 ]; do sleep 0.2; waited=$((waited + 1)); done
                kill -KILL %s
            } >/dev/null 2>&1 &
            watch=$!
            exec 3<&-
            wait $child
            status=$?
            kill $watch
            exit $status
            """;

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(25);
    private static final Duration PATIENCE_AT_KILL = Duration.ofMinutes(2);

    private final String name;
    private final Path log;
    private final Process process;

    private ServerProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * @param stopSignal signal that makes the server stop, for example {@code TERM}
     * @param environment added to ours, without what Maven and tools put there
     */
    static ServerProcess start(
            String name, Path log, String stopSignal, Map<String, String> environment, List<String> command) {
        List<String> watched = new ArrayList<>();
        if (OWN_SESSION) {
            watched.add("/usr/bin/setsid");
        }
        watched.addAll(List.of("sh", "-c", WATCH.formatted(stopSignal, OWN_SESSION ? "-$$" : "$child"), name));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched).redirectErrorStream(true);
        builder.environment().keySet().removeIf(ServerProcess::misleads);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectOutput(log.toFile());
            ServerProcess server = new ServerProcess(name, log, builder.start());
            ShutdownOrder.stopAtEnd(server::stop);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    private static boolean misleads(String variable) {
        return variable.startsWith("MAVEN_")
                || variable.startsWith("KC_")
                || variable.startsWith("PG")
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS", "CLASSPATH")
                        .contains(variable);
    }

    /** Returns as soon as the server answers; fails at once when it has ended, naming the log that says why. */
    void awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failure("ended with code " + process.exitValue() + " while starting");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%s did not answer within %d seconds; its log is %s".formatted(name, limit.toSeconds(), log));
            }
            pause();
        }
    }

    /** Waits for a command that is meant to end. */
    void awaitEnd(Duration limit) {
        awaitReady(limit, () -> !process.isAlive());
        if (process.exitValue() != 0) {
            throw failure("failed with code " + process.exitValue());
        }
    }

    /** The last words of a server usually say what ails it. */
    private IllegalStateException failure(String what) {
        return new IllegalStateException("%s %s. Its log is %s and ends: %s".formatted(name, what, log, lastWords()));
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? "(nothing)" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "(unreadable)";
        }
    }

    /** The server and whatever it started; to be asked for ahead of a kill that must not lose time looking for them. */
    List<ProcessHandle> family() {
        return process.descendants().toList();
    }

    /** SIGKILL: no shutdown hook runs, no connection is closed politely. Returns when all of them are gone. */
    void kill(List<ProcessHandle> family) {
        family.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + PATIENCE_AT_KILL.toNanos();
        while (process.isAlive() || family.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " was killed and did not go: " + process + ", " + family);
            }
            pause();
        }
    }

    void stop() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause() {
        pause(Duration.ofMillis(100));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }
}
