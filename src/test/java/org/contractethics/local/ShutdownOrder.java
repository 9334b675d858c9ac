package org.contractethics.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Closes every application context first and the servers after that. The virtual machine runs shutdown hooks side by side: with one
 * hook for each, the database would go while a context still closes, and the connection pool would wait half a minute for it.
 * Registered in {@code META-INF/spring.factories}, so it sees each context, in tests and in the run command.
 */
public final class ShutdownOrder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<ConfigurableApplicationContext> CONTEXTS = new CopyOnWriteArrayList<>();
    private static final List<Runnable> WAITS = new CopyOnWriteArrayList<>();
    private static final List<Runnable> STOPS = new CopyOnWriteArrayList<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ShutdownOrder::stopEverything, "stop-local-servers"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CONTEXTS.add(context);
    }

    /** What has to come to an end before any server stops. */
    static void awaitAtEnd(Runnable wait) {
        WAITS.add(wait);
    }

    static void stopAtEnd(Runnable stop) {
        STOPS.add(stop);
    }

    /** Contexts one after the other, then, when nobody waits for them, all servers at the same time. */
    static void stopEverything() {
        CONTEXTS.forEach(ConfigurableApplicationContext::close);
        WAITS.forEach(Runnable::run);
        STOPS.parallelStream().forEach(Runnable::run);
        STOPS.clear();
    }
}
