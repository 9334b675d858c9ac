package org.contractethics.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether this machine can run journeys; opens the one Chromium that all of them share. */
final class BrowserTools implements ExecutionCondition {

    /** Read by the last step of the build. */
    private static final Path SKIPPED = Path.of("target", "journeys-skipped.txt");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = missing();
        if (missing.isEmpty()) {
            keepOpenUntilTheEnd(context);
            return ConditionEvaluationResult.enabled("browser and driver are there");
        }
        String reason = "missing: " + String.join(", ", missing);
        if (Boolean.getBoolean("journeys.required")) {
            throw new IllegalStateException("Journeys are required, but this machine lacks what they need; " + reason);
        }
        context.getTestClass().ifPresent(journey -> note(journey, reason));
        return ConditionEvaluationResult.disabled(reason);
    }

    /** The one named by {@code -Djourneys.chromium}, or else one that lies where systems put it. */
    static Optional<Path> chromium() {
        String named = System.getProperty("journeys.chromium", "");
        return executable(
                named.isEmpty()
                        ? Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                        : Stream.of(named));
    }

    static Optional<Path> node() {
        String named = System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "");
        return executable(Stream.of(named, "/usr/bin/node", "/usr/local/bin/node"));
    }

    private static Optional<Path> executable(Stream<String> paths) {
        return paths.filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> missing() {
        return Stream.of(
                        chromium().isEmpty() ? "Chromium (package chromium, or -Djourneys.chromium=path)" : "",
                        node().isEmpty() ? "Node (package nodejs, or -Dplaywright.node=path)" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void keepOpenUntilTheEnd(ExtensionContext context) {
        ExtensionContext.Store store =
                context.getRoot().getStore(ExtensionContext.Namespace.create(BrowserTools.class));
        store.computeIfAbsent("chromium", key -> (AutoCloseable) Chromium::close);
    }

    private static void note(Class<?> journey, String reason) {
        try {
            Files.createDirectories(SKIPPED.getParent());
            Files.writeString(
                    SKIPPED,
                    journey.getSimpleName() + "  (" + reason + ")\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
