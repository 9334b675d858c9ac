package org.contractethics.local;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The application in a process of its own, for tests that kill it. It runs on the product's classes alone, without those of the
 * tests, and cannot outlive this process.
 */
public final class ApplicationProcess implements AutoCloseable {

    static final String MAIN_CLASS = "org.contractethics.ContractEthicsApplication";
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(4);

    private final LocalServices services;
    private @Nullable ServerProcess process;
    private List<ProcessHandle> family = List.of();
    private int starts;

    public ApplicationProcess(LocalServices services) {
        this.services = services;
    }

    /** Returns when the application takes requests. */
    public void start() {
        starts++;
        ServerProcess starting =
                ServerProcess.start("The application", services.log("start-" + starts), "TERM", Map.of(), command());
        process = starting;
        starting.awaitReady(PATIENCE_AT_START, () -> Http.answersOk(services.baseUrl() + "/actuator/health/readiness"));
        family = starting.family();
    }

    /** SIGKILL; returns when nothing is left of it. */
    public void kill() {
        Objects.requireNonNull(process, "not started").kill(family);
    }

    public int starts() {
        return starts;
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                productClasses(),
                MAIN_CLASS));
        services.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    /** The class path of this process without what only tests need. */
    static String productClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
